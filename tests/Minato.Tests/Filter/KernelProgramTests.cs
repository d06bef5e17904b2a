using System;
using System.Linq;
using System.Reflection;
using Minato.Filter;
using Minato.Filter.Kernel;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;

namespace Minato.Tests.Filter;

/// <summary>Programs byte for byte, and what the verifier refuses.</summary>
public sealed class KernelProgramTests
{
    [Theory]
    [InlineData("src 10.0.0.0/8", "07 10 14 00 02 08 00 00 ff ff ff ff 0a 00 00 00")]
    [InlineData("src 10.0.0.1:22", "07 10 14 00 02 20 00 00 16 00 00 00 0a 00 00 01")]
    [InlineData("dst [2001:db8::]/32", null)]
    [InlineData("dst [2001:db8::/32]", "08 1c 20 00 0a 20 00 00 ff ff ff ff 20 01 0d b8 00 00 00 00 00 00 00 00 00 00 00 00")]
    [InlineData("dport >= :1024", "04 08 0c 00 00 00 00 04")]
    [InlineData("sport <= :1023", "03 08 0c 00 00 00 ff 03")]
    [InlineData("autobound", "06 04 08 00")]
    [InlineData("fwmark 0x1/0xff", "0a 0c 10 00 01 00 00 00 ff 00 00 00")]
    [InlineData("cgroup /web", "0d 0c 10 00 4d 00 00 00 00 00 00 00")]
    [InlineData("dev lo", "09 08 0c 00 01 00 00 00")]
    [InlineData("! autobound", "06 04 08 00 01 04 08 00")]
    [InlineData("autobound or dport >= :1", "06 04 08 00 01 04 0c 00 04 08 0c 00 00 00 01 00")]
    [InlineData("autobound and dport >= :1", "06 04 10 00 04 08 0c 00 00 00 01 00")]
    public void A_condition_becomes_these_bytes(string filter, string? bytes)
    {
        FilterParse parse = Filters.Parse(filter);
        Assert.Equal(bytes, parse.Filter is null ? null : string.Join(' ', parse.Filter.Kernel!.Program.ToArray().Select(static b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("sport = :22", 22, 0, 0)]
    [InlineData("dport = :443", 0, 443, 0)]
    [InlineData("sport = :22 and dport = :443", 22, 443, 0)]
    [InlineData("src 10.0.0.1:22 dst 10.0.0.2:443", 22, 443, 32)]
    [InlineData("sport = :22 and pid = 5", 22, 0, 0)]
    [InlineData("sport = :22 and sport = :443", 443, 0, 12)]
    [InlineData("sport = :22 or dport = :22", 0, 0, 28)]
    [InlineData("! sport = :22", 0, 0, 16)]
    [InlineData("sport = :0", 0, 0, 12)]
    [InlineData("autobound and ( sport = :22 and fwmark 1 )", 22, 0, 16)]
    public void A_port_that_every_socket_must_have_goes_into_the_request(string filter, int local, int peer, int programSize)
    {
        KernelFilter kernel = Filters.Read(filter).Kernel!;
        Assert.Equal((local, peer, programSize), (kernel.LocalPort, kernel.PeerPort, kernel.Program.Length));
    }

    [Theory]
    [InlineData("pid = 5")]
    [InlineData("rtt > 1ms or sport = :22")]
    [InlineData("not ( rtt > 1ms and sport = :22 )")]
    [InlineData("state established")]
    [InlineData("src unix:/run/*")]
    [InlineData("dev lo or src 10.0.0.1")]
    public void What_the_kernel_cannot_check_is_not_asked(string filter) => Assert.Null(Filters.Read(filter).Kernel);

    [Fact]
    public void A_refused_program_is_asked_again_without_the_newest_kind_that_it_has()
    {
        KernelFilter? kernel = Filters.Read("sport = :22 and cgroup /web and fwmark 1 and src 10/8").Kernel;
        int[] sizes = [.. Enumerable.Range(0, 5).Select(_ =>
        {
            int size = kernel?.Program.Length ?? -1;
            kernel = kernel?.Weaker();
            return size;
        })];
        Assert.Equal([40, 28, 16, 0, -1], sizes);
    }

    [Fact]
    public void A_program_that_is_too_long_is_left_out()
    {
        string filter = string.Join(" or ", Enumerable.Range(0, 4000).Select(static i => $"src 10.0.{i / 256}.{i % 256}"));
        Assert.Null(Filters.Read(filter, FilterGrammar.SsExact).Kernel);
    }

    [Fact]
    public void A_long_filter_s_program_has_jumps_of_any_length_that_16_bits_hold()
    {
        string filter = string.Join(" or ", Enumerable.Range(0, 3000).Select(static i => $"src 10.0.{i / 256}.{i % 256}"));
        ReadOnlyMemory<byte> program = Filters.Read(filter, FilterGrammar.SsExact).Kernel!.Program;
        Assert.InRange(program.Length, 50_000, KernelAssembler.MaxSize);
        Assert.True(KernelVerifier.IsValid(program.Span));
        Assert.True(KernelMachine.Accepts(program.Span, From("10.0.0.0")));
        Assert.True(KernelMachine.Accepts(program.Span, From("10.0.11.183")));
        Assert.False(KernelMachine.Accepts(program.Span, From("10.0.11.184")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("06 04 08")]
    [InlineData("0e 04 08 00")]
    [InlineData("06 04 0c 00")]
    [InlineData("06 04 06 00")]
    [InlineData("06 08 08 00")]
    [InlineData("06 00 08 00")]
    [InlineData("02 04 08 00")]
    [InlineData("02 08 0c 00 00 00")]
    [InlineData("07 10 14 00 02 21 00 00 ff ff ff ff 0a 00 00 00")]
    [InlineData("07 10 14 00 01 08 00 00 ff ff ff ff 0a 00 00 00")]
    [InlineData("07 0c 10 00 02 08 00 00 ff ff ff ff")]
    [InlineData("07 0c 10 00 00 01 00 00 ff ff ff ff")]
    [InlineData("01 04 08 00 02 08 0c 00 00 00 01 00")]
    [InlineData("0a 08 0c 00 01 00 00 00")]
    public void The_verifier_refuses_what_the_kernel_would(string bytes) =>
        Assert.False(KernelVerifier.IsValid(Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal))));

    [Fact]
    public void The_codes_are_the_kernel_s()
    {
        byte[] known = [.. typeof(InetDiag).GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
            .Where(static field => field.Name.StartsWith("INET_DIAG_BC_", StringComparison.Ordinal)).Select(static field => (byte)field.GetRawConstantValue()!).Order()];
        Assert.Equal([.. Enum.GetValues<KernelCode>().Select(static code => (byte)code).Order()], known);
        Assert.Equal(InetDiag.INET_DIAG_BC_MARK_COND, (byte)KernelCode.Mark);
        Assert.Equal(InetDiag.INET_DIAG_BC_S_COND, (byte)KernelCode.LocalEnd);
        Assert.Equal(InetDiag.INET_DIAG_BC_D_LE, (byte)KernelCode.PeerPortAtMost);
        Assert.Equal(InetDiag.INET_DIAG_BC_S_EQ, (byte)KernelCode.LocalPortIs);
    }

    private static KernelSocket From(string address) => new()
    {
        Family = SocketFamily.Inet,
        Local = new Endpoint(IpAddr.FromBytes(System.Net.IPAddress.Parse(address).GetAddressBytes()), 1),
    };
}
