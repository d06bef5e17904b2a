using System;
using System.Collections.Generic;
using System.Text;
using Minato.Cli.Doors;
using Minato.Cli.Doors.Netstat;
using Minato.Cli.Doors.Netstat.Linux;
using Minato.Cli.Doors.Netstat.MacOs;
using Minato.Cli.Doors.Netstat.Windows;
using Minato.Tests.Architecture;

namespace Minato.Tests.Docs;

/// <summary>minato-netstat(1): the options of each dialect from their tables, the rest from docs/man/minato-netstat.in.</summary>
internal static class NetstatManPage
{
    public static string Generate() => ManText.Notice + SourceTree.Text("docs/man/minato-netstat.in")
        .Replace("@LINUX@\n", Options(LinuxOptions.Table), StringComparison.Ordinal)
        .Replace("@WINDOWS@\n", Options(WindowsOptions.Table), StringComparison.Ordinal)
        .Replace("@MACOS@\n", Options(MacOsOptions.Table), StringComparison.Ordinal)
        .Replace("@OWN@\n", Options(OwnOptions.Table, own: true), StringComparison.Ordinal);

    private static string Options(OptionSpec[] table, bool own = false)
    {
        List<OptionSpec> options = [];
        foreach (OptionSpec option in table)
            if (own || !option.IsOwn) options.Add(option);
        StringBuilder text = new();
        ManText.AppendOptions(text, options);
        return text.ToString();
    }
}
