using System;
using System.Buffers.Text;
using System.Text;
using Minato.Model;

namespace Minato.Rendering.Netstat.MacOs;

/// <summary>macOS' <c>-s</c>: a section a protocol, of the lines that the kernel has counters for.</summary>
/// <param name="sink">Where the lines go.</param>
/// <param name="hidesZeros">Whether lines of 0 are left out: <c>-ss</c>.</param>
internal readonly struct MacOsCounters(Utf8Sink sink, bool hidesZeros)
{
    /// <summary>Appends the protocols that were asked and that the kernel knows.</summary>
    public void Append(CounterTable table, MacOsCounterKinds kinds)
    {
        foreach (ref readonly MacOsCounterSection section in MacOsCounterSections.All.AsSpan())
        {
            if ((kinds & section.Kind) == 0 || !table.Has(Encoding.ASCII.GetBytes(section.Group))) continue;
            NetstatText.AppendAscii(sink, section.Name);
            sink.Append(":\n"u8);
            foreach (ref readonly MacOsCounterLine line in section.Lines.AsSpan())
            {
                if (line.IsHistogram) AppendHistogram(table, line, section.Kind == MacOsCounterKinds.Icmp6);
                else AppendLine(table, line);
            }
        }
    }

    private void AppendLine(CounterTable table, in MacOsCounterLine line)
    {
        if (!CounterTerms.TrySum(table, line.Terms, out ulong number) || (number == 0 && hidesZeros)) return;
        ReadOnlySpan<char> text = line.Text;
        int percent = text.IndexOf('%');
        NetstatText.AppendAscii(sink, text[..percent]);
        sink.AppendNumber(number);
        text = text[(percent + 1)..];
        int plural = text.IndexOf('~');
        if (plural >= 0)
        {
            // macOS says "0 packet" too.
            NetstatText.AppendAscii(sink, text[..plural]);
            if (number > 1) sink.Append((byte)'s');
            text = text[(plural + 1)..];
        }

        NetstatText.AppendAscii(sink, text);
        sink.Append((byte)'\n');
    }

    // Types that were never met have no line, and without any the heading has none.
    private void AppendHistogram(CounterTable table, in MacOsCounterLine line, bool isV6)
    {
        int dot = line.Terms.IndexOf('.', StringComparison.Ordinal);
        byte[] group = Encoding.ASCII.GetBytes(line.Terms[..dot]);
        byte[] prefix = Encoding.ASCII.GetBytes(line.Terms[(dot + 1)..^1]);
        bool begun = false;
        foreach (ref readonly CounterGroup one in table.Groups)
        {
            if (!table.Name(one).SequenceEqual(group)) continue;
            foreach (ref readonly Counter counter in table.Of(one))
            {
                ReadOnlySpan<byte> name = table.Name(counter);
                if (counter.Value == 0 || !name.StartsWith(prefix)) continue;
                if (!Utf8Parser.TryParse(name[prefix.Length..], out byte type, out int used) || used != name.Length - prefix.Length) continue;
                if (!begun)
                {
                    NetstatText.AppendAscii(sink, line.Text);
                    sink.Append((byte)'\n');
                    begun = true;
                }

                AppendType(isV6 ? IcmpTypeNames.V6(type) : IcmpTypeNames.V4(type), type, (ulong)counter.Value);
            }
        }
    }

    private void AppendType(string? name, byte type, ulong number)
    {
        sink.Append("\t\t"u8);
        if (name is null)
        {
            sink.Append((byte)'#');
            sink.AppendNumber(type);
        }
        else
        {
            NetstatText.AppendAscii(sink, name);
        }

        sink.Append(": "u8);
        sink.AppendNumber(number);
        sink.Append((byte)'\n');
    }
}
