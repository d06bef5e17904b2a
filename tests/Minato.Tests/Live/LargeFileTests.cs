using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using Minato.Bench.Launch;

namespace Minato.Tests.Live;

/// <summary>A table of /proc far larger than memory should grow for (faults.md P6, O4), and one that is garbage (P7).</summary>
public sealed class LargeFileTests : LiveTest, IDisposable
{
    private const int Rows = 300_000;
    private const long MemoryLimitKib = 64 * 1024;
    private const string Header = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Memory_does_not_grow_with_the_table_and_ss_is_not_faster()
    {
        WriteTable();
        var launcher = new Launcher();
        var minato = launcher.Run(Read(PublishedBinary.Path, "ss", "-tan"), count: true);

        Assert.Equal(Rows + 1, minato.Lines);
        Assert.InRange(minato.PeakKib, 1, MemoryLimitKib);
        Assert.SkipUnless(File.Exists("/usr/bin/ss"), "ss is not installed");
        Assert.InRange(minato.WallNs, 1, launcher.Run(Read("/usr/bin/ss", "-tan"), count: true).WallNs);
    }

    [Fact]
    public void A_reader_of_one_line_does_not_wait_for_the_others()
    {
        WriteTable();
        var fastest = TimeSpan.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var clock = Stopwatch.StartNew();
            var outcome = Command.Run(["sh", "-c", $"{PublishedBinary.Path} ss -tan | head -1"], [("PATH", Sandbox.SystemPath), ("PROC_NET_TCP", _file)]);
            Assert.Single(outcome.Succeeded().Lines);
            if (clock.Elapsed < fastest) fastest = clock.Elapsed;
        }

        // Two programs start in this time too.
        Assert.True(fastest <= TimeSpan.FromMilliseconds(100), fastest.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("7.3")]
    public void Garbage_gives_no_row_and_no_crash(string release)
    {
        File.WriteAllText(_file, Header + "\nZZZZ\n   0: ZZZZ:0016 0000:0000 0A\n\0\u0001\u00ff\n   1: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 77 1\n" + new string('9', 200_000));
        var outcome = Command.Run(
            [PublishedBinary.Path, "ss", "-tanH"], [("PATH", Sandbox.SystemPath), ("PROC_NET_TCP", _file), ("PROC_NET_TCP6", "/dev/null"), ("MINATO_EXACT", release)]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("127.0.0.1:8080", Assert.Single(outcome.Lines), StringComparison.Ordinal);
        if (release.Length == 0) Assert.Contains("damaged rows were left out", outcome.Errors, StringComparison.Ordinal);
    }

    private string[] Read(params string[] command) => ["/usr/bin/env", "PROC_NET_TCP=" + _file, "PROC_NET_TCP6=/dev/null", .. command];

    private void WriteTable()
    {
        using var text = new StreamWriter(_file);
        text.Write(Header + "\n");
        for (var i = 0; i < Rows; i++)
        {
            text.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{i,4}: 0100007F:{i & 0xFFFF:X4} {i + 0x0A000000:X8}:01BB 01 00000000:00000000 00:00000000 00000000  1000        0 {i + 1} 1 0000000000000000 20 4 0 10 -1\n"));
        }
    }
}
