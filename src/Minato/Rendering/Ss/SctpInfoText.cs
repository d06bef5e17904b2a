using System;
using Minato.Model;
using Minato.States;

namespace Minato.Rendering.Ss;

/// <summary>What SCTP keeps about a socket or an association (-i, -m); what is zero is left out.</summary>
internal sealed class SctpInfoText(ExtraFields fields, HostText hosts, bool isExact)
{
    public void Append(SocketDetails details)
    {
        if (details.Has(DetailParts.SctpLocals)) AppendAddresses("locals:"u8, details.SctpLocals);
        if (details.Has(DetailParts.SctpPeers)) AppendAddresses("peers:"u8, details.SctpPeers);
        if (details.Has(DetailParts.Sctp)) AppendMetrics(in details.SctpPart);
    }

    private void AppendAddresses(ReadOnlySpan<byte> name, ReadOnlySpan<IpAddr> addresses)
    {
        fields.Start(name);
        for (int i = 0; i < addresses.Length; i++)
        {
            if (i > 0) fields.Sink.Append((byte)',');
            hosts.Append(in addresses[i]);
        }
    }

    private void AppendMetrics(in SctpMetrics sctp)
    {
        if (sctp.Tag != 0) fields.Hex("tag:"u8, sctp.Tag);
        if (sctp.State != 0)
        {
            fields.Start("state:"u8);
            fields.Sink.Append(StateVocabulary.SctpAssociation(isExact ? StateDialect.Ss : StateDialect.Lesson, (int)sctp.State));
        }

        Signed("rwnd:"u8, sctp.ReceiveWindow);
        Signed("unackdata:"u8, sctp.UnackedChunks);
        Signed("penddata:"u8, sctp.PendingChunks);
        Signed("instrms:"u8, sctp.InStreams);
        Signed("outstrms:"u8, sctp.OutStreams);
        Signed("inqueue:"u8, sctp.InQueue);
        Signed("outqueue:"u8, sctp.OutQueue);
        Signed("overerr:"u8, sctp.OverallErrors);
        Signed("maxburst:"u8, sctp.MaxBurst);
        Signed("maxseg:"u8, sctp.MaxSegment);
        Signed("prwnd:"u8, sctp.PeerReceiveWindow);
        if (sctp.PeerTag != 0) fields.Hex("ptag:"u8, sctp.PeerTag);
        Signed("pcapable:"u8, sctp.PeerCapable);
        Signed("psack:"u8, sctp.PeerSack);
        Signed("autoclose:"u8, sctp.AutoClose);
        Signed("adapind:"u8, sctp.AdaptationIndication);
        Signed("pdpoint:"u8, sctp.PartialDeliveryPoint);
        Signed("nodelay:"u8, sctp.NoDelay);
        Signed("nofrag:"u8, sctp.DisableFragments);
        Signed("v4mapped:"u8, sctp.V4Mapped);
        Signed("fraginl:"u8, sctp.FragmentInterleave);
    }

    // The kernel's numbers have no sign; ss prints them as if they had.
    private void Signed(ReadOnlySpan<byte> name, uint value)
    {
        if (value == 0) return;
        fields.Start(name);
        if ((int)value < 0) fields.Sink.Append((byte)'-');
        fields.Sink.AppendNumber((ulong)Math.Abs((long)(int)value));
    }
}
