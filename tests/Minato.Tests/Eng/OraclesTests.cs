using System;
using System.IO;
using System.Security.Cryptography;
using Minato.Tests.Live;

namespace Minato.Tests.Eng;

/// <summary>eng/oracles against an archive in a folder, with packages as small as packages can be.</summary>
public sealed class OraclesTests : IDisposable
{
    private const string Helper = "/usr/lib/apt/apt-helper";

    private readonly string _root = Directory.CreateTempSubdirectory("minato-oracles-").FullName;

    public OraclesTests()
    {
        Assert.SkipUnless(File.Exists(Helper) && File.Exists("/usr/bin/dpkg-deb"), "no apt here");
        Directory.CreateDirectory(_root + "/eng");
        foreach (string script in (string[])["oracles", "need"]) File.Copy(Repository.Path("eng", script), $"{_root}/eng/{script}");
        Directory.CreateDirectory(_root + "/archive");
        Directory.CreateDirectory(_root + "/bin");
        Script(_root + "/bin/apt-get", $"echo \"'copy:{_root}/archive/dists/some/InRelease' some_InRelease 0\"");
        foreach (string release in (string[])["6.15", "7.3"]) Pack(release);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Each_release_is_unpacked_and_started_under_the_name_ss()
    {
        Outcome outcome = Bring();

        Assert.True(outcome.ExitCode == 0 && outcome.Errors.Length == 0, outcome.ToString());
        Assert.Equal("ss utility, iproute2-6.15.0 -V\n", Command.Run([_root + "/artifacts/oracles/6.15/ss", "-V"], []).Output);
        Assert.Equal("ss utility, iproute2-7.3.0 -V\n", Command.Run([_root + "/artifacts/oracles/7.3/ss", "-V"], []).Output);
    }

    [Fact]
    public void What_is_there_is_not_brought_again()
    {
        Bring();
        Directory.Delete(_root + "/archive", recursive: true);

        Assert.Equal(0, Bring().ExitCode);
    }

    [Fact]
    public void A_version_that_has_vanished_is_named_and_the_other_release_stays()
    {
        File.Delete(Deb("7.3"));

        Outcome outcome = Bring();

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("minato: no oracles of ss: iproute2 7.3: ", outcome.Errors, StringComparison.Ordinal);
        Assert.Single(outcome.ErrorLines);
        Assert.True(File.Exists(_root + "/artifacts/oracles/6.15/ss"));
        Assert.False(Directory.Exists(_root + "/artifacts/oracles/7.3"));
    }

    [Fact]
    public void A_package_with_another_sum_is_not_unpacked()
    {
        string path = Deb("6.15");
        byte[] bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);

        Outcome outcome = Bring();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("Hash Sum mismatch", outcome.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_root + "/artifacts/oracles/6.15"));
    }

    private Outcome Bring() => Command.Run([_root + "/eng/oracles"], [("PATH", _root + "/bin:/usr/bin:/bin"), ("HOME", _root)]);

    private void Pack(string release)
    {
        string tree = $"{_root}/{release}";
        Directory.CreateDirectory(tree + "/DEBIAN");
        Directory.CreateDirectory(tree + "/usr/bin");
        Script(tree + "/usr/bin/ss", $"echo \"ss utility, iproute2-{release}.0 $*\"");
        File.WriteAllText(
            tree + "/DEBIAN/control",
            $"Package: iproute2\nVersion: {release}\nArchitecture: {Architecture()}\nMaintainer: nobody <nobody@example.org>\nDescription: a test\n");
        string deb = Deb(release);
        Command.Run(["/usr/bin/dpkg-deb", "-b", tree, deb], [("PATH", "/usr/bin:/bin")]).Succeeded();
        string sum = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(deb)));
        File.AppendAllText(_root + "/eng/oracles.lock", $"{release} iproute2 {release} {sum} {Path.GetFileName(deb)}\n");
    }

    private string Deb(string release) => $"{_root}/archive/iproute2_{release}_{Architecture()}.deb";

    private static string Architecture() => Command.Run(["/usr/bin/dpkg", "--print-architecture"], [("PATH", "/usr/bin:/bin")]).Output.Trim();

    private static void Script(string path, string line)
    {
        File.WriteAllText(path, "#!/bin/sh\n" + line + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
