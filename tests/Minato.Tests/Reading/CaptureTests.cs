using System.IO;
using System.Text;
using Minato.Reading;
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
        text.Append("\nmacos -W\n").Append(PrintedTable.Netstat(MacOsLayout.Internet(new MacOsWishes { Wide = true }), read));

        Golden.Matches("reading/" + name, Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text.ToString())));
    }
}
