using System.Text;
using Minato.Filter.Kernel;
using Minato.Model;

namespace Minato.Filter.Conditions;

/// <summary>An address and a port of one end: <c>src</c>, <c>dst</c>, <c>sport =</c>, <c>dport =</c>.</summary>
internal sealed class EndCondition(bool isPeer, bool isPortAlone, AddressPrefix[] prefixes, long port, string words) : FilterCondition
{
    /// <summary>No port is asked.</summary>
    public const long AnyPort = -1;

    public bool IsPeer => isPeer;

    /// <summary>The addresses of which one must match; of a host with several the kernel's reading knows only the first, as ss tells it no more.</summary>
    public AddressPrefix[] Prefixes => prefixes;

    public long Port => port;

    public override SocketFields Fields => isPeer ? SocketFields.UnixPeer : SocketFields.None;

    public override bool HasTwoReadings => prefixes[0].Family is not null;

    public override bool Test(in SocketEntry row, in SocketBatch batch, FilterReading reading)
    {
        SsEnd end = isPeer ? SsEnd.Peer(in row) : SsEnd.Local(in row);
        if (port != AnyPort && port != end.Number) return false;
        if (reading == FilterReading.Kernel && row.Family is SocketFamily.Inet or SocketFamily.Inet6) return prefixes[0].MatchesFamily(in end, row.Family);
        if (prefixes[0].Bits == 0) return true;
        foreach (AddressPrefix prefix in prefixes)
        {
            if (prefix.MatchesBits(in end, row.Family)) return true;
        }

        return false;
    }

    public override KernelCondition? ToKernel()
    {
        AddressPrefix first = prefixes[0];
        if (first.Family is not (null or SocketFamily.Inet or SocketFamily.Inet6) || port is < AnyPort or > int.MaxValue) return null;
        return new KernelCondition(isPeer ? KernelCode.PeerEnd : KernelCode.LocalEnd)
        {
            Family = first.Family,
            Address = first.Family is null ? default : first.Address,
            PrefixLength = (byte)first.Bits,
            Port = (int)port,
        };
    }

    public override void AppendTo(StringBuilder text)
    {
        text.Append(isPortAlone ? isPeer ? "dport = " : "sport = " : isPeer ? "dst " : "src ");
        Word.AppendTo(text, words);
    }
}
