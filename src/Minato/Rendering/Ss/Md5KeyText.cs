using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>Keys of TCP MD5 signatures: hidden unless secrets were asked for, since ss is run on shared screens and in logs.</summary>
internal sealed class Md5KeyText(ExtraFields fields, HostText hosts, SsColumns columns)
{
    private readonly bool _keysGoAhead = columns.Release is { MendsMd5Keys: false };

    public void Append(ReadOnlySpan<Md5Key> keys)
    {
        Utf8Sink sink = fields.Sink;
        fields.Start("md5keys:"u8);
        for (int i = 0; i < keys.Length; i++)
        {
            ref readonly Md5Key key = ref keys[i];
            if (i > 0) sink.Append((byte)',');
            IpAddr address = key.Address;
            hosts.Append(in address);
            sink.Append((byte)'/');
            sink.AppendNumber(key.PrefixLength);
            sink.Append((byte)'=');
            if (columns.Secrets) AppendEscaped(_keysGoAhead ? fields.Ahead : sink, key.Key);
            else sink.Append("<hidden>"u8);
        }
    }

    // As ss: what does not print, the blank, the comma and the backslash as three octal digits.
    private static void AppendEscaped(Utf8Sink sink, ReadOnlySpan<byte> key)
    {
        foreach (byte value in key)
        {
            if (value is > 0x20 and < 0x7F and not ((byte)',' or (byte)'\\'))
            {
                sink.Append(value);
                continue;
            }

            sink.Append((byte)'\\');
            sink.Append((byte)('0' + (value >> 6)));
            sink.Append((byte)('0' + (value >> 3 & 7)));
            sink.Append((byte)('0' + (value & 7)));
        }
    }
}
