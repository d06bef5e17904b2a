using System;
using System.Buffers.Text;

namespace Minato.Naming;

/// <summary>Service → port, from /etc/services: by name or alias, as getservbyname(3). Read at each question: a filter asks once or twice.</summary>
internal sealed class ServicePorts(string servicesPath = ServiceNames.DefaultPath)
{
    private byte[]? _text;

    public bool TryFind(ReadOnlySpan<byte> service, ReadOnlySpan<byte> protocol, out ushort port)
    {
        ReadOnlySpan<byte> text = _text ??= NameFile.Read(servicesPath);
        FieldReader reader = new(text);
        while (reader.NextLine())
        {
            if (!reader.NextField(out Range name) || !reader.NextField(out Range field)) continue;
            ReadOnlySpan<byte> place = text[field];
            if (!Utf8Parser.TryParse(place, out port, out int digits) || digits == place.Length) continue;
            if (place[digits] != '/' || !place[(digits + 1)..].SequenceEqual(protocol)) continue;
            if (text[name].SequenceEqual(service)) return true;
            while (reader.NextField(out Range alias))
            {
                if (text[alias].SequenceEqual(service)) return true;
            }
        }

        port = 0;
        return false;
    }
}
