using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Minato.Tests.Architecture;

namespace Minato.Tests.Aot;

/// <summary>What may not be linked into the published program, and what may be in one place only.</summary>
public sealed partial class LinkMapTests
{
    /// <summary>
    /// Classes with static fields that hold objects: the runtime makes an object for each at every start, a thousand
    /// instructions (BENCH tln-empty). A lambda without captures, a static array and a generic collection of a new type
    /// are one each.
    /// </summary>
    private const int MostStatics = 215;

    /// <summary>In libc's fork: weak, so nothing, where no name service is linked.</summary>
    private static readonly string[] WeakInFork = ["__nss_database_fork_prepare_parent", "__nss_database_fork_subprocess"];

    private static readonly Lazy<LinkMap> Read = new(LinkMap.OfProgram);

    private static LinkMap Map => Read.Value;

    [Fact]
    public void No_function_of_the_name_service_is_linked()
    {
        Assert.All(WeakInFork, name => Assert.Equal(["libc.a(fork.o)"], Map.FilesWith(name)));
        Findings.None(Map.Symbols.Where(name => NameService().IsMatch(name)).Except(WeakInFork, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("getaddrinfo")]
    [InlineData("__gethostbyname_r")]
    [InlineData("getpwuid_r")]
    [InlineData("getgrnam")]
    [InlineData("__nss_lookup")]
    [InlineData("iconv_open")]
    [InlineData("getservbyname")]
    public void The_name_service_is_known_by_its_names(string name) => Assert.Matches(NameService(), name);

    [Theory]
    [InlineData("dlopen")]
    [InlineData("__dlopen")]
    [InlineData("dlmopen")]
    [InlineData("__libc_dlopen_mode")]
    public void Nothing_but_libc_itself_could_load_a_library(string function) =>
        Findings.None(Map.FilesWith(function).Where(file => !file.StartsWith("libc.a(", StringComparison.Ordinal)));

    // Start/start.c says that there is no file for whoever asks through it.
    [Fact]
    public void Only_the_runtime_start_asks_for_files_that_are_not_there()
    {
        string[] expected =
        [
            "libRuntime.WorkstationGC.a(cgroup.cpp.o)", "libRuntime.WorkstationGC.a(cgroupcpu.cpp.o)",
            "libRuntime.WorkstationGC.a(gcenv.unix.cpp.o)", "libaotminipal.a(cpucount.c.o)",
        ];
        Assert.Equal(expected, Map.FilesWith("__wrap_fopen64").Where(file => file.Contains('(', StringComparison.Ordinal)).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("System_CommandLine_")]
    [InlineData("System_Console_")]
    [InlineData("System_Net_Http_")]
    [InlineData("System_Net_Sockets_")]
    [InlineData("System_Text_Json_")]
    [InlineData("System_Text_RegularExpressions_")]
    [InlineData("System_Diagnostics_Process_")]
    [InlineData("System_Private_Xml_")]
    [InlineData("Terminal_Gui_")]
    [InlineData("Spectre_")]
    [InlineData("Microsoft_Data_Sqlite_")]
    [InlineData("SQLite")]
    public void No_package_that_costs_the_start_is_linked(string assembly) =>
        Findings.None(Map.Symbols.Where(name => name.Contains(assembly, StringComparison.Ordinal)));

    [Theory]
    [InlineData("libSystem.Net.Security.Native.a")]
    [InlineData("libSystem.Security.Cryptography.Native.OpenSsl.a")]
    [InlineData("libSystem.IO.Compression.Native.a")]
    public void No_archive_for_networks_is_linked(string archive) =>
        Findings.None(Map.Symbols.SelectMany(Map.FilesWith).Where(file => file.StartsWith(archive, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal));

    [Fact]
    public void The_map_names_what_is_in_the_program() => Assert.NotEmpty(Map.FilesWith("Minato_Cli_Minato_Cli_Program__Main"));

    [Fact]
    public void Few_objects_for_static_fields_are_made_at_every_start()
    {
        List<string> statics = [.. Map.Symbols.Where(name => name.StartsWith("__GCSTATICS", StringComparison.Ordinal) && !name.EndsWith("__PreInitData", StringComparison.Ordinal))];
        Assert.True(statics.Count is > 50 and <= MostStatics, $"{statics.Count} of {MostStatics}:\n{string.Join('\n', statics)}");
    }

    // POSIX and glibc: what goes through nsswitch.conf, nscd or gconv's modules.
    [GeneratedRegex("^_*(getaddrinfo|getnameinfo|gethost(by|ent)|(set|end|get)(pw|gr|serv|proto|net|host)ent|get(pw|gr)(nam|uid|gid)|getgrouplist|initgroups|getserv|getproto|getnetby|nss_|nscd_|iconv)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NameService();
}
