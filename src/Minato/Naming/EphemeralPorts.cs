using System;
using System.Buffers.Text;

namespace Minato.Naming;

/// <summary>The range from which the kernel takes a port when a program asks for none.</summary>
internal readonly record struct EphemeralPorts(int First, int Last)
{
    internal const string DefaultPath = "/proc/sys/net/ipv4/ip_local_port_range";

    // What ss takes when the kernel does not say: the range of Linux 2.2.
    private static readonly EphemeralPorts Fallback = new(1024, 4999);

    public static readonly EphemeralPorts None = new(1, 0);

    public bool Contains(ushort port) => port >= First && port <= Last;

    internal static EphemeralPorts Read(string path)
    {
        ReadOnlySpan<byte> text = NameFile.Read(path);
        FieldReader reader = new(text);
        return reader.NextLine()
            && reader.NextField(out Range first) && Utf8Parser.TryParse(text[first], out ushort from, out _)
            && reader.NextField(out Range last) && Utf8Parser.TryParse(text[last], out ushort to, out _)
            ? new EphemeralPorts(from, to)
            : Fallback;
    }
}
