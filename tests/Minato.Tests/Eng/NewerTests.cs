using System;
using System.IO;
using Minato.Tests.Live;

namespace Minato.Tests.Eng;

public sealed class NewerTests : IDisposable
{
    private static readonly DateTime Built = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private readonly Desk desk = new();

    public NewerTests()
    {
        foreach (string name in new[] { "global.json", ".globalconfig", "Directory.Build.props", "Directory.Packages.props", "eng/publish" })
            Age(desk.Put(name, ""), minutes: -1);
        Age(desk.Put("src/Minato/Model/IpAddr.cs", ""), minutes: -1);
        Age(desk.Put("src/Minato/packages.lock.json", ""), minutes: -1);
        desk.Program("find", "PATH=/usr/bin:/bin exec find \"$@\"");
        desk.Program("minato", "");
        Age(Folder("bin/minato"), minutes: 0);
        foreach (string folder in new[] { "src/Minato/Model", "src/Minato", "src" }) Directory.SetLastWriteTimeUtc(Folder(folder), Built.AddMinutes(-1));
    }

    [Fact]
    public void A_program_younger_than_all_its_sources_is_kept() => Assert.False(IsOutOfDate());

    [Fact]
    public void A_missing_program_is_built()
    {
        File.Delete(Folder("bin/minato"));

        Assert.True(IsOutOfDate());
    }

    [Theory]
    [InlineData("src/Minato/Model/IpAddr.cs")]
    [InlineData("Directory.Build.props")]
    [InlineData("eng/publish")]
    public void A_younger_source_is_built(string source)
    {
        Age(Folder(source), minutes: 1);

        Assert.True(IsOutOfDate());
    }

    [Fact]
    public void A_deleted_source_is_noticed()
    {
        File.Delete(Folder("src/Minato/Model/IpAddr.cs"));

        Assert.True(IsOutOfDate());
    }

    [Fact]
    public void A_lock_file_that_the_build_wrote_is_no_source()
    {
        Age(Folder("src/Minato/packages.lock.json"), minutes: 1);

        Assert.False(IsOutOfDate());
    }

    public void Dispose() => desk.Dispose();

    private static void Age(string path, int minutes) => File.SetLastWriteTimeUtc(path, Built.AddMinutes(minutes));

    private string Folder(string name) => Path.Combine(Path.GetDirectoryName(desk.Put(".here", ""))!, name);

    private bool IsOutOfDate()
    {
        Outcome outcome = desk.Source("newer", "out_of_date bin/minato; echo $?");
        Assert.True(outcome.ErrorBytes.Length == 0, outcome.ToString());
        return outcome.Output == "0\n";
    }
}
