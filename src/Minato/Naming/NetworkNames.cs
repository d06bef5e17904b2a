using System;
using System.Buffers.Text;

namespace Minato.Naming;

/// <summary>IPv4 network → name from /etc/networks (networks(5)). Not checked: whoever prints the bytes escapes them.</summary>
internal sealed class NetworkNames(string path = NetworkNames.DefaultPath)
{
    internal const string DefaultPath = "/etc/networks";

    private const int Parts = 4;

    private NameTable? _names;

    /// <summary>By the network's first address in host order.</summary>
    public bool TryFind(uint network, out ReadOnlySpan<byte> name)
    {
        _names ??= Parse(NameFile.Read(path));
        return _names.TryFind(network, out name);
    }

    // "loopback  127.0.0.0  alias  # comment".
    private static NameTable Parse(byte[] text)
    {
        NameTable names = new(text);
        FieldReader reader = new(text);
        while (reader.NextLine())
        {
            if (!reader.NextField(out Range name) || !reader.NextField(out Range field)) continue;
            if (TryParse(text.AsSpan(field), out uint network)) names.Add(network, name);
        }

        return names;
    }

    // Parts that are not there are zero: "10" is 10.0.0.0.
    private static bool TryParse(ReadOnlySpan<byte> digits, out uint network)
    {
        network = 0;
        for (int part = 0; part < Parts; part++)
        {
            if (!Utf8Parser.TryParse(digits, out byte number, out int used)) return false;
            network |= (uint)number << (Parts - 1 - part) * 8;
            digits = digits[used..];
            if (digits.IsEmpty) return true;
            if (digits[0] != (byte)'.') return false;
            digits = digits[1..];
        }

        return false;
    }
}
