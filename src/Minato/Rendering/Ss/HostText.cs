using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>An address among a row's fields: its name when hosts have names, else as it is, without brackets.</summary>
internal sealed class HostText(Utf8Sink sink, IRowNames names, Escaping escaping)
{
    private readonly bool _hasNames = names.HasNames;

    public void Append(in IpAddr address)
    {
        if (_hasNames && names.TryHost(in address, out System.ReadOnlySpan<byte> host)) Untrusted.Append(sink, host, escaping);
        else AddressText.Append(sink, in address);
    }
}
