using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using CsCheck;
using Minato.Reading;
using Minato.Rendering.Netstat;
using Minato.Rendering.Netstat.Linux;
using Minato.Rendering.Netstat.MacOs;
using Minato.Rendering.Netstat.Windows;
using Minato.Tests.Architecture;

namespace Minato.Tests.Reading;

/// <summary>Whatever bytes are read: nothing is thrown, and what is printed of them is a table that says the same when it is read.</summary>
public sealed class HostileTextTests
{
    private static readonly byte[][] Texts = ReadFixtures();
    private static readonly string[] Splinters = ["\t", "  ", "\e[2J", "\\x1b", "\0", "\u202E", ":", ".", "[", "]", "%", "*", "-", "/", "users:((\"", "tcp ", "unix ", "TCP ", "\r", "\n", "::", "100::1", "(", ")", "99999999999"];

    public static TheoryData<string> Dialects => ["linux", "linux wide", "linux UNIX", "windows", "macos", "macos wide"];

    [Theory]
    [MemberData(nameof(Dialects))]
    public void What_is_printed_of_any_bytes_is_read_as_the_same_rows(string dialect) => Gen.UInt.Sample(seed =>
    {
        TextTable read = TextTable.Read(Mangle(new Random((int)seed)));
        NetstatLayout layout = Layout(dialect);
        string printed = PrintedTable.Netstat(layout, read);
        TextTable again = PrintedTable.Read(printed);
        if (Rows(read, layout) != again.Count) throw new InvalidOperationException(Rows(read, layout) + " rows of " + printed);
        string reprinted = PrintedTable.Netstat(layout, again);

        // What was no address in the dialect that was read may be one in this: then it is written as one.
        Assert.Equal(reprinted, PrintedTable.Netstat(layout, PrintedTable.Read(reprinted)));
        Assert.DoesNotContain('\e', printed);
    }, iter: 3000);

    [Fact]
    public void Bytes_without_any_order_are_no_table() => Gen.Byte.Array[0, 2000].Sample(bytes => Assert.Equal(0, TextTable.Read(bytes).Count));

    [Fact]
    public void In_which_pieces_a_text_comes_makes_no_difference() => Gen.Select(Gen.Int[0, Texts.Length - 1], Gen.Int[1, 200]).Sample((text, size) =>
    {
        byte[] bytes = Texts[text];
        TextTableReader reader = new();
        for (int at = 0; at < bytes.Length; at += size) reader.Feed(bytes.AsSpan(at, Math.Min(size, bytes.Length - at)));
        NetstatLayout layout = Layout("linux wide");

        Assert.Equal(PrintedTable.Netstat(layout, TextTable.Read(bytes)), PrintedTable.Netstat(layout, reader.End()));
    }, iter: 300);

    [Fact]
    public void A_line_without_end_takes_no_memory()
    {
        TextTableReader reader = new();
        byte[] piece = new byte[1 << 20];
        piece.AsSpan().Fill((byte)'x');
        reader.Feed("tcp 0 0 1.2.3.4:5 1.2.3.4:6 LISTEN\n"u8);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) reader.Feed(piece);
        long taken = GC.GetAllocatedBytesForCurrentThread() - before;
        TextTable table = reader.End();

        Assert.True(taken < 64 * 1024, taken + " bytes");
        Assert.Equal((1, 1, 2), (table.Count, table.NotUnderstood, table.FirstNotUnderstood));
    }

    // The rows that a table of that kind shows.
    private static int Rows(TextTable read, NetstatLayout layout)
    {
        int rows = 0;
        for (int i = 0; i < read.Count; i++)
        {
            if (PrintedTable.IsShown(read[i], layout)) rows++;
        }

        return rows;
    }

    private static NetstatLayout Layout(string dialect) => dialect switch
    {
        "linux" => LinuxLayout.Internet(new LinuxWishes { Extended = true, Program = true, Timer = true }),
        "linux wide" => LinuxLayout.Internet(new LinuxWishes { Wide = true, HostNames = true }),
        "linux UNIX" => LinuxLayout.Unix(new LinuxWishes { Program = true }),
        "windows" => WindowsLayout.Connections(new WindowsWishes { ProcessId = true, ProgramLines = true }),
        "macos" => MacOsLayout.Internet(new MacOsWishes()),
        _ => MacOsLayout.Internet(new MacOsWishes { Wide = true }),
    };

    private static byte[] Mangle(Random random)
    {
        List<byte> bytes = [.. Texts[random.Next(Texts.Length)]];
        if (random.Next(4) == 0) bytes.AddRange(Texts[random.Next(Texts.Length)]);
        for (int changes = random.Next(60); changes > 0 && bytes.Count > 0; changes--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Splinters[random.Next(Splinters.Length)])); break;
                case 3:
                    int from = random.Next(bytes.Count);
                    bytes.InsertRange(at, bytes.GetRange(from, Math.Min(random.Next(100), bytes.Count - from)));
                    break;
                default: bytes.RemoveRange(at, Math.Min(random.Next(40), bytes.Count - at)); break;
            }
        }

        return [.. bytes];
    }

    private static byte[][] ReadFixtures()
    {
        List<byte[]> texts = [];
        foreach (string file in Directory.GetFiles(Path.Combine(SourceTree.Root, "tests/Minato.Tests/Fixtures/Reading"))) texts.Add(File.ReadAllBytes(file));
        return [.. texts];
    }
}
