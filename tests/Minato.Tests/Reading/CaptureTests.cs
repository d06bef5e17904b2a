using System;
using System.IO;
using System.Text;
using Minato.Reading;
using Minato.Rendering.Netstat;
using Minato.Rendering.Netstat.Linux;
using Minato.Rendering.Netstat.MacOs;
using Minato.Rendering.Netstat.Windows;
using Minato.Tests.Architecture;
using Minato.Tests.Rendering;

namespace Minato.Tests.Reading;

/// <summary>
/// Tables as other programs print them, short and with addresses of the documentation's ranges: layouts, words and code pages
/// are those of published captures. Each is read and shown in every dialect.
/// </summary>
public sealed class CaptureTests
{
    public static TheoryData<string> Captures
    {
        get
        {
            TheoryData<string> names = [];
            foreach (string file in Directory.GetFiles(Folder)) names.Add(Path.GetFileNameWithoutExtension(file));
            return names;
        }
    }

    private static string Folder => Path.Combine(SourceTree.Root, "tests/Minato.Tests/Fixtures/Reading");

    /// <summary>A capture whose rows come back byte for byte in its own layout, and how many they are.</summary>
    [Theory]
    [InlineData("windows-an", "windows", 12)]
    [InlineData("windows-aonb", "windows -ob", 7)]
    [InlineData("windows-de-utf16", "windows -o", 1)]
    [InlineData("linux-anp", "linux -p", 8)]
    [InlineData("linux-anp", "linux -xp", 4)]
    [InlineData("linux-names", "linux -ep", 3)]
    [InlineData("linux-de", "linux -peo", 1)]
    [InlineData("macos-an", "macos", 11)]
    [InlineData("macos-an", "macos, UNIX", 4)]
    [InlineData("freebsd-an", "macos, UNIX", 2)]
    public void A_capture_comes_back_as_it_was(string name, string layout, int rows)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(Folder, name + ".txt"));
        string[] printed = PrintedTable.Netstat(Layout(layout), TextTable.Read(bytes)).Split('\n');
        string original = bytes[0] == 0xFF ? Encoding.Unicode.GetString(bytes) : Encoding.Latin1.GetString(bytes);
        int same = 0;
        foreach (string line in original.Split('\n'))
        {
            if (line.Length > 3 && (line.StartsWith("  TCP", StringComparison.Ordinal) || line.StartsWith("  UDP", StringComparison.Ordinal) || char.IsAsciiLetterLower(line[0]) || char.IsAsciiDigit(line[0])) && Array.IndexOf(printed, line) >= 0) same++;
        }

        Assert.Equal(rows, same);
    }

    private static NetstatLayout Layout(string name) => name switch
    {
        "windows" => WindowsLayout.Connections(new WindowsWishes { HasCarriageReturn = true }),
        "windows -o" => WindowsLayout.Connections(new WindowsWishes { ProcessId = true, HasCarriageReturn = true }),
        "windows -ob" => WindowsLayout.Connections(new WindowsWishes { ProcessId = true, ProgramLines = true, HasCarriageReturn = true }),
        "linux -p" => LinuxLayout.Internet(new LinuxWishes { Program = true }),
        "linux -xp" => LinuxLayout.Unix(new LinuxWishes { Program = true }),
        "linux -ep" => LinuxLayout.Internet(new LinuxWishes { Extended = true, Program = true, HostNames = true }),
        "linux -peo" => LinuxLayout.Internet(new LinuxWishes { Extended = true, Program = true, Timer = true }),
        "macos" => MacOsLayout.Internet(new MacOsWishes()),
        _ => MacOsLayout.Unix(new MacOsWishes()),
    };

    [Theory]
    [MemberData(nameof(Captures))]
    public void A_table_is_shown_in_every_dialect(string name)
    {
        TextTable read = TextTable.Read(File.ReadAllBytes(Path.Combine(Folder, name + ".txt")));
        StringBuilder text = new();
        text.Append(read.Dialect).Append(", ").Append(read.Language).Append(", rows ").Append(read.Count).Append(", looks ").Append(read.Snapshots)
            .Append(", not understood ").Append(read.NotUnderstood).Append(" from line ").Append(read.FirstNotUnderstood)
            .Append(", other lines ").Append(read.OtherLines).Append(", other sockets ").Append(read.OtherRows).Append('\n');
        LinuxWishes linux = new() { Extended = true, Program = true, Timer = true, Wide = true };
        text.Append("\nlinux -peoW\n").Append(PrintedTable.Netstat(LinuxLayout.Internet(linux), read));
        text.Append("\nlinux -xp\n").Append(PrintedTable.Netstat(LinuxLayout.Unix(linux), read));
        text.Append("\nwindows -ob\n").Append(PrintedTable.Netstat(WindowsLayout.Connections(new WindowsWishes { ProcessId = true, ProgramLines = true }), read));
        text.Append("\nmacos -vW\n").Append(PrintedTable.Netstat(MacOsLayout.Internet(new MacOsWishes { Wide = true, Verbose = true }), read));
        text.Append("\nmacos, UNIX\n").Append(PrintedTable.Netstat(MacOsLayout.Unix(new MacOsWishes()), read));
        text.Append("\nmacos -W\n").Append(PrintedTable.Netstat(MacOsLayout.Internet(new MacOsWishes { Wide = true }), read));

        Golden.Matches("reading/" + name, Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text.ToString())));
    }
}
