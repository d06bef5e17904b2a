using System;
using System.Buffers.Text;

namespace Minato.Naming;

/// <summary>Protocol number → name from /etc/protocols, for raw sockets. Not checked: whoever prints the bytes escapes them.</summary>
internal sealed class ProtocolNames(string path = ProtocolNames.DefaultPath)
{
    internal const string DefaultPath = "/etc/protocols";

    private NameTable? _names;

    public bool TryFind(byte protocol, out ReadOnlySpan<byte> name)
    {
        _names ??= Parse(NameFile.Read(path));
        return _names.TryFind(protocol, out name);
    }

    // "icmp  1  ICMP  # comment".
    private static NameTable Parse(byte[] text)
    {
        NameTable names = new(text);
        FieldReader reader = new(text);
        while (reader.NextLine())
        {
            if (!reader.NextField(out Range name) || !reader.NextField(out Range field)) continue;
            ReadOnlySpan<byte> digits = text.AsSpan(field);
            if (Utf8Parser.TryParse(digits, out byte number, out int used) && used == digits.Length) names.Add(number, name);
        }

        return names;
    }
}
