using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Ss;
using Minato.Tests.Architecture;
using Minato.Wire;

namespace Minato.Tests.Rendering;

/// <summary>
/// Messages of inet_diag that no kernel at hand sends (old and long structs, Vegas, DCTCP, TLS, SCTP, numbers of every
/// size), in the format of <c>ss -D</c>, and what three releases of ss made of them by <c>TCPDIAG_FILE=Fixtures/Diag/NAME.dump
/// ss -taeiom[nO] --tos --inet-sockopt</c>.
/// </summary>
public sealed class DiagRecordTests
{
    private const SocketFields Everything = SocketFields.Cookie | SocketFields.User | SocketFields.Mark | SocketFields.Shutdown |
        SocketFields.Memory | SocketFields.Info | SocketFields.TrafficClass | SocketFields.InetOptions;

    private const int MessageHeader = 16;
    private const ushort SockDiagByFamily = 20;
    private const byte Sctp = 132;

    public static TheoryData<string, string, bool> Records
    {
        get
        {
            TheoryData<string, string, bool> records = [];
            foreach (string release in (string[])["6.1", "6.15", "7.3"])
            {
                foreach (string name in (string[])["tcp", "sctp", "md5"])
                {
                    // 6.1 prints the keys in front of the whole table.
                    if (release == "6.1" && name == "md5") continue;
                    records.Add(release, name, false);
                    records.Add(release, name, true);
                }
            }

            return records;
        }
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Every_field_is_written_as_ss_wrote_it(string release, string name, bool oneLine)
    {
        SsColumns columns = Columns(SsRelease.Find(release), oneLine);
        string recorded = File.ReadAllText(Path.Combine(SourceTree.Root, "tests/Minato.Tests/Expected/diag", $"{release}-{name}{(oneLine ? "nO" : "")}.txt"));

        Assert.Equal(recorded.Split('\n'), Write(columns, name).Split('\n'));
    }

    [Theory]
    [InlineData("tcp")]
    [InlineData("sctp")]
    public void Minatos_own_table_has_the_fields_of_the_newest_release(string name)
    {
        string own = Fields(Write(Columns(null, oneLine: true), name));
        string newest = Fields(Write(Columns(SsRelease.Newest, oneLine: true), name));

        Assert.Equal(newest.Replace("ESTAB ", "ESTABLISHED ", StringComparison.Ordinal).Replace("state:ACK_SENT", "state:SHUTDOWN_ACK_SENT", StringComparison.Ordinal), own);
    }

    [Fact]
    public void Keys_are_hidden_unless_secrets_were_asked_for()
    {
        SsColumns columns = new() { Header = false, Info = true, OneLine = true, Release = SsRelease.Newest };
        string text = Write(columns, "md5");

        Assert.Contains("/24=<hidden>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_allocated_for_a_row()
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(new Nowhere());
        SsTable table = new(sink, Columns(null, oneLine: false), new SampleNames());
        (SocketEntry[] rows, SocketDetails[] details) = Read("tcp");
        table.Accept(new SocketBatch(rows, null, null, details));

        long before = GC.GetAllocatedBytesForCurrentThread();
        table.Accept(new SocketBatch(rows, null, null, details));
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(output.Text);
    }

    private static SsColumns Columns(SsRelease? release, bool oneLine) => new()
    {
        Netid = false,
        Timer = true,
        Details = true,
        Memory = true,
        Info = true,
        TypeOfService = true,
        InetOptions = true,
        Secrets = true,
        Numeric = oneLine,
        OneLine = oneLine,
        Release = release,
    };

    private static string Write(SsColumns columns, string name)
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        (SocketEntry[] rows, SocketDetails[] details) = Read(name);
        SocketBatch batch = new(rows, null, null, details);
        if (columns.Release is null)
        {
            new SsTable(sink, columns, new SampleNames()).Accept(batch);
            sink.Flush();
        }
        else
        {
            SsExactTable table = new(sink, columns, new SampleNames());
            table.Accept(batch);
            table.Finish();
        }

        return output.Text;
    }

    private static (SocketEntry[] Rows, SocketDetails[] Details) Read(string name)
    {
        List<SocketEntry> rows = [];
        List<SocketDetails> details = [];
        byte[] dump = File.ReadAllBytes(Path.Combine(SourceTree.Root, "tests/Minato.Tests/Fixtures/Diag", name + ".dump"));
        for (int at = 0; BitConverter.ToUInt16(dump, at + 4) == SockDiagByFamily;)
        {
            int length = BitConverter.ToInt32(dump, at);
            SocketEntry row = default;
            SocketDetails beside = new();
            ReadOnlySpan<byte> payload = dump.AsSpan(at + MessageHeader, length - MessageHeader);
            Assert.True(InetDiagDecoder.TryDecodeFixed(payload, name == "sctp" ? Transport.Sctp : Transport.Tcp, 0, ref row));
            Assert.True(InetDiagDecoder.TryDecodeAttributes(payload, Everything, beside, ref row));
            if (name == "sctp") Assert.Equal(Sctp, row.Protocol);
            details.Add(beside);
            row.DetailsPlace = (ushort)details.Count;
            rows.Add(row);
            at += length;
        }

        return ([.. rows], [.. details]);
    }

    // What follows the addresses, with blanks as they come.
    private static string Fields(string text)
    {
        StringBuilder fields = new();
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..])
        {
            string squeezed = string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            fields.Append(squeezed[squeezed.IndexOf(':', StringComparison.Ordinal)..]).Append('\n');
        }

        return fields.ToString();
    }

    private sealed class Nowhere : IByteOutput
    {
        public bool Write(ReadOnlySpan<byte> bytes) => true;
    }
}
