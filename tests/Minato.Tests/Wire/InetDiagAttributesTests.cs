using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Minato.Model;
using Minato.Tests.Abi;
using Minato.Tests.Architecture;
using Minato.Wire;

namespace Minato.Tests.Wire;

public sealed class InetDiagAttributesTests
{
    private const SocketFields Everything = SocketFields.Info | SocketFields.Memory | SocketFields.TrafficClass | SocketFields.InetOptions;

    [Fact]
    public void Bit_fields_of_socket_options_are_as_C_packs_them()
    {
        byte[] options = CProgram.Run("""
            #include <stdio.h>
            #include <linux/inet_diag.h>
            int main(void)
            {
                struct inet_diag_sockopt options = { .is_icsk = 1, .transparent = 1, .bind_address_no_port = 1, .defer_connect = 1 };
                fwrite(&options, sizeof options, 1, stdout);
                return 0;
            }
            """);

        Assert.Equal(
            InetSocketOptions.HasConnections | InetSocketOptions.Transparent | InetSocketOptions.BindAddressNoPort | InetSocketOptions.DeferConnect,
            Decode(NetlinkBytes.Attribute(22, options)).InetOptions);
    }

    [Fact]
    public void An_mptcp_connection_tells_its_own_struct()
    {
        byte[] info = CProgram.Run("""
            #include <stdio.h>
            #include <linux/mptcp.h>
            int main(void)
            {
                struct mptcp_info info = {
                    .mptcpi_subflows = 1, .mptcpi_add_addr_signal = 2, .mptcpi_add_addr_accepted = 3, .mptcpi_subflows_max = 4,
                    .mptcpi_add_addr_signal_max = 5, .mptcpi_add_addr_accepted_max = 6, .mptcpi_flags = 7, .mptcpi_token = 8,
                    .mptcpi_write_seq = 9, .mptcpi_snd_una = 10, .mptcpi_rcv_nxt = 11, .mptcpi_local_addr_used = 12,
                    .mptcpi_local_addr_max = 13, .mptcpi_csum_enabled = 14,
                };
                fwrite(&info, 48, 1, stdout);
                return 0;
            }
            """);
        MptcpMetrics mptcp = Decode([.. NetlinkBytes.Attribute(2, info)], Transport.Mptcp).Mptcp;

        Assert.Equal((1, 2, 3, 4, 5, 6), (mptcp.Subflows, mptcp.AddAddrSignal, mptcp.AddAddrAccepted, mptcp.SubflowsMax, mptcp.AddAddrSignalMax, mptcp.AddAddrAcceptedMax));
        Assert.Equal((7u, 8u, 9ul, 10ul, 11ul), (mptcp.Flags, mptcp.Token, mptcp.WriteSequence, mptcp.SendUnacked, mptcp.ReceiveNext));
        Assert.Equal(((byte?)12, (byte?)13, (byte?)14), (mptcp.LocalAddressesUsed, mptcp.LocalAddressesMax, mptcp.ChecksumEnabled));
        Assert.Equal(((uint?)null, (ulong?)null, (byte?)null), (mptcp.Retransmits, mptcp.BytesSent, mptcp.SubflowsTotal));
    }

    [Fact]
    public void An_sctp_association_tells_its_own_struct_and_its_addresses()
    {
        byte[] bytes = CProgram.Run("""
            #include <stdint.h>
            #include <stdio.h>
            #include <arpa/inet.h>
            #include <netinet/in.h>
            #include <linux/sctp.h>
            int main(void)
            {
                struct sctp_info info = {
                    .sctpi_tag = 1, .sctpi_state = 3, .sctpi_rwnd = 4, .sctpi_penddata = 5, .sctpi_outstrms = 6, .sctpi_peer_tag = 7,
                    .sctpi_peer_sack = 8, .sctpi_s_autoclose = 9, .sctpi_s_frag_interleave = 10,
                };
                struct sockaddr_storage ends[2] = { 0 };
                struct sockaddr_in *v4 = (void *)&ends[0];
                struct sockaddr_in6 *v6 = (void *)&ends[1];
                v4->sin_family = AF_INET;
                inet_pton(AF_INET, "192.0.2.1", &v4->sin_addr);
                v6->sin6_family = AF_INET6;
                inet_pton(AF_INET6, "2001:db8::1", &v6->sin6_addr);
                fwrite(ends, sizeof ends, 1, stdout);
                fwrite(&info, sizeof info, 1, stdout);
                return 0;
            }
            """);
        SocketDetails details = Decode(
            [.. NetlinkBytes.Attribute(2, bytes[256..]), .. NetlinkBytes.Attribute(12, bytes[..128]), .. NetlinkBytes.Attribute(13, bytes[..256])], Transport.Sctp);

        Assert.Equal(["192.0.2.1"], Texts(details.SctpLocals));
        Assert.Equal(["192.0.2.1", "2001:db8::1"], Texts(details.SctpPeers));
        SctpMetrics sctp = details.Sctp;
        Assert.Equal((1u, 3u, 4u, (ushort)5, (ushort)6), (sctp.Tag, sctp.State, sctp.ReceiveWindow, sctp.PendingChunks, sctp.OutStreams));
        Assert.Equal((7u, (byte)8, 9u, (byte)10), (sctp.PeerTag, sctp.PeerSack, sctp.AutoClose, sctp.FragmentInterleave));
    }

    [Fact]
    public void Keys_are_read_whole_or_not_at_all()
    {
        byte[] key = [2, 24, 3, 0, 192, 0, 2, 0, .. new byte[12], .. "abc"u8, .. new byte[77]];
        ReadOnlySpan<Md5Key> keys = Decode(NetlinkBytes.Attribute(18, [.. key, .. key[..99]])).Md5Keys;

        Assert.Equal(1, keys.Length);
        Assert.Equal(("192.0.2.0", 24, "abc"), (keys[0].Address.ToIPAddress().ToString(), keys[0].PrefixLength, Encoding.ASCII.GetString(keys[0].Key)));
    }

    [Fact]
    public void A_name_ends_at_its_nul_or_at_its_limit()
    {
        Assert.Equal("bbr", Encoding.ASCII.GetString(Decode(NetlinkBytes.Attribute(4, [.. "bbr\0x"u8])).Congestion.Span));
        Assert.Equal("0123456789abcde", Encoding.ASCII.GetString(Decode(NetlinkBytes.Attribute(4, [.. "0123456789abcdefgh"u8])).Congestion.Span));
    }

    [Fact]
    public void A_damaged_nest_drops_the_row()
    {
        SocketEntry row = default;
        byte[] payload = DiagBytes.Inet(22, 1, 2, 1, NetlinkBytes.Attribute(19, 9, 0, 1, 0, 1));

        Assert.True(InetDiagDecoder.TryDecodeFixed(payload, Transport.Tcp, 0, ref row));
        Assert.False(InetDiagDecoder.TryDecodeAttributes(payload, Everything, new SocketDetails(), ref row));
    }

    [Fact]
    public void A_raw_socket_tells_its_protocol_unasked()
    {
        SocketEntry row = default;
        Assert.True(InetDiagDecoder.TryDecode(DiagBytes.Inet(22, 1, 2, 7, NetlinkBytes.Attribute(10, 58)), Transport.Raw, SocketFields.None, 0, ref row));
        Assert.Equal(58, row.Protocol);
    }

    [Theory]
    [InlineData("tcp")]
    [InlineData("sctp")]
    [InlineData("md5")]
    public void A_message_cut_anywhere_knows_nothing_that_the_whole_one_does_not(string dump)
    {
        foreach (byte[] message in Messages(dump))
        {
            SocketDetails whole = new();
            SocketEntry row = default;
            Transport transport = dump == "sctp" ? Transport.Sctp : Transport.Tcp;
            Assert.True(InetDiagDecoder.TryDecodeFixed(message, transport, 0, ref row));
            Assert.True(InetDiagDecoder.TryDecodeAttributes(message, Everything, whole, ref row));
            for (int length = 72; length < message.Length; length++)
            {
                SocketDetails cut = new();
                Assert.True(InetDiagDecoder.TryDecodeFixed(message.AsSpan(0, length), transport, 0, ref row));
                _ = InetDiagDecoder.TryDecodeAttributes(message.AsSpan(0, length), Everything, cut, ref row);
                Assert.Equal(DetailParts.None, cut.Known & ~whole.Known);
            }
        }
    }

    private static IEnumerable<byte[]> Messages(string dump)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(SourceTree.Root, "tests/Minato.Tests/Fixtures/Diag", dump + ".dump"));
        for (int at = 0; BitConverter.ToUInt16(bytes, at + 4) == NetlinkBytes.SockDiag; at += BitConverter.ToInt32(bytes, at))
            yield return bytes[(at + 16)..(at + BitConverter.ToInt32(bytes, at))];
    }

    private static string[] Texts(ReadOnlySpan<IpAddr> addresses) => [.. addresses.ToArray().Select(address => address.ToIPAddress().ToString())];

    private static SocketDetails Decode(byte[] attributes, Transport transport = Transport.Tcp)
    {
        SocketDetails details = new();
        SocketEntry row = default;
        byte[] payload = DiagBytes.Inet(22, 1, 2, 1, attributes);
        Assert.True(InetDiagDecoder.TryDecodeFixed(payload, transport, 0, ref row));
        Assert.True(InetDiagDecoder.TryDecodeAttributes(payload, Everything, details, ref row));
        return details;
    }
}
