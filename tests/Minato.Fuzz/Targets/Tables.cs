using System;
using System.Diagnostics.CodeAnalysis;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Ss;
using Minato.Sources;

namespace Minato.Fuzz.Targets;

/// <summary>Prints rows in both tables with everything that they can show: what was decoded must be printable.</summary>
internal sealed class Tables : IRowSink, IRowNames, IByteOutput
{
    private readonly SsTable _own;
    private readonly SsExactTable _exact;

    public Tables(SsRelease release)
    {
        SsColumns columns = new()
        {
            Netid = true,
            Process = true,
            Timer = true,
            Details = true,
            Memory = true,
            Info = true,
            TypeOfService = true,
            Cgroup = true,
            InetOptions = true,
            Bpf = true,
            TipcInfo = true,
        };
        _own = new SsTable(new Utf8Sink(this), columns, this);
        _exact = new SsExactTable(new Utf8Sink(this), WithRelease(release), this);
    }

    public static SocketFields Everything => (SocketFields)~0 & ~SocketFields.Direction;

    public bool HasNames => false;

    public bool Deliver(Span<SocketEntry> rows, ReadOnlySpan<SocketDetails> details, bool isLast)
    {
        SocketBatch batch = new(rows, null, null, details);
        return _own.Accept(batch) && _exact.Accept(batch) && _exact.Finish();
    }

    public bool Write(ReadOnlySpan<byte> bytes)
    {
        foreach (byte one in bytes)
        {
            if (one is < 0x20 and not ((byte)'\n' or (byte)'\t') or 0x7F) throw new InvalidOperationException("a control byte is shown");
        }

        return true;
    }

    public void Prepare(ReadOnlySpan<SocketEntry> rows)
    {
    }

    public bool TryService(Transport transport, ushort port, out ReadOnlySpan<byte> name) => None(out name);

    public bool TryHost(in IpAddr address, out ReadOnlySpan<byte> name) => None(out name);

    public bool TryInterface(uint index, out ReadOnlySpan<byte> name) => None(out name);

    public bool TryUser(uint uid, out ReadOnlySpan<byte> name) => None(out name);

    public bool TryNetlinkProtocol(ushort protocol, out ReadOnlySpan<byte> name) => None(out name);

    public bool TryProcess(uint pid, out ReadOnlySpan<byte> name) => None(out name);

    public bool TryStoredType(uint map, [NotNullWhen(true)] out StoredType? type)
    {
        type = null;
        return false;
    }

    private static SsColumns WithRelease(SsRelease release) => new()
    {
        Netid = true,
        Process = true,
        Timer = true,
        Details = true,
        Memory = true,
        Info = true,
        TypeOfService = true,
        Cgroup = true,
        InetOptions = true,
        Bpf = true,
        TipcInfo = true,
        Release = release,
    };

    private static bool None(out ReadOnlySpan<byte> name)
    {
        name = default;
        return false;
    }
}
