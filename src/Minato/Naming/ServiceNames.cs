using System;
using System.Buffers.Text;

namespace Minato.Naming;

/// <summary>
/// Port → service, from /etc/services, read when the first name is asked. The bytes are the administrator's, not checked:
/// whoever prints them escapes them.
/// </summary>
/// <param name="ephemeralRangePath">
/// The file of the ephemeral range, whose ports get no name (so does ss: a client's port says nothing about a service); or
/// null to name every port that the list names (so does netstat).
/// </param>
/// <param name="servicesPath">The list.</param>
internal sealed class ServiceNames(string? ephemeralRangePath, string servicesPath = ServiceNames.DefaultPath)
{
    internal const string DefaultPath = "/etc/services";

    private EphemeralPorts? _ephemeral;
    private NameTable? _names;
    private NameTable? _namesOfAny;

    public bool TryFind(ServiceProtocol protocol, ushort port, out ReadOnlySpan<byte> name)
    {
        name = default;
        _ephemeral ??= ephemeralRangePath is null ? EphemeralPorts.None : EphemeralPorts.Read(ephemeralRangePath);
        if (_ephemeral.GetValueOrDefault().Contains(port)) return false;
        NameTable names = protocol == ServiceProtocol.Any
            ? _namesOfAny ??= Parse(NameFile.Read(servicesPath), static _ => ServiceProtocol.Any)
            : _names ??= Parse(NameFile.Read(servicesPath), ParseProtocol);
        return names.TryFind(Number(protocol, port), out name);
    }

    // "ssh  22/tcp  alias…  # comment": the first name of a port counts, as for getservbyport(3).
    private static NameTable Parse(byte[] text, ProtocolParser parse)
    {
        NameTable names = new(text);
        FieldReader reader = new(text);
        while (reader.NextLine())
        {
            if (!reader.NextField(out Range name) || !reader.NextField(out Range field)) continue;
            ReadOnlySpan<byte> place = text.AsSpan(field);
            if (!Utf8Parser.TryParse(place, out ushort port, out int digits)) continue;
            if (parse(place[digits..]) is { } protocol) names.Add(Number(protocol, port), name);
        }

        return names;
    }

    private static ServiceProtocol? ParseProtocol(ReadOnlySpan<byte> text)
    {
        if (text.SequenceEqual("/tcp"u8)) return ServiceProtocol.Tcp;
        if (text.SequenceEqual("/udp"u8)) return ServiceProtocol.Udp;
        if (text.SequenceEqual("/sctp"u8)) return ServiceProtocol.Sctp;
        return text.SequenceEqual("/dccp"u8) ? ServiceProtocol.Dccp : null;
    }

    private static uint Number(ServiceProtocol protocol, ushort port) => ((uint)protocol << 16) | port;

    private delegate ServiceProtocol? ProtocolParser(ReadOnlySpan<byte> text);
}
