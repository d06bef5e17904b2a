using System;
using System.Buffers.Binary;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using CsCheck;
using Minato.Model;
using Minato.Rendering;

namespace Minato.Tests.Rendering;

public sealed unsafe partial class AddressTextTests
{
    // sys/socket.h
    private const int AF_INET = 2;
    private const int AF_INET6 = 10;

    // Runs of zeros, and the groups that make an address mapped or compatible, are likelier than chance has them.
    private static readonly Gen<byte[]> V6 = Gen.OneOf(Gen.UShort, Gen.OneOf<ushort>(0, 0, 0, 0, 1, 0xFFFF, 0x5EFE)).Array[8].Select(static groups =>
    {
        byte[] bytes = new byte[16];
        for (int i = 0; i < groups.Length; i++) BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2 * i), groups[i]);
        return bytes;
    });

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("127.0.0.1")]
    [InlineData("192.168.100.9")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::1.2.3.4")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("fe80::1")]
    [InlineData("2001:db8::")]
    [InlineData("2001:db8::1:0:0:1")]
    [InlineData("2001:0:1:0:1:0:1:0")]
    [InlineData("2001:db8:1111:2222:3333:4444:5555:6666")]
    public void An_address_is_written_as_it_is_typed(string address) => Assert.Equal(address, Write(IPAddress.Parse(address).GetAddressBytes()));

    [Fact]
    public void Every_ipv4_address_is_written_as_the_c_library_does() =>
        Gen.Byte.Array[4].Sample(address => Assert.Equal(InetNtop(AF_INET, address), Write(address)), iter: 2_000);

    [Fact]
    public void Every_ipv6_address_is_written_as_the_c_library_does() =>
        V6.Sample(address => Assert.Equal(InetNtop(AF_INET6, address), Write(address)), iter: 5_000);

    [Fact]
    public void What_is_written_is_read_as_the_same_address() => Gen.OneOf(V6, Gen.Byte.Array[4]).Sample(address =>
        Assert.Equal(new IPAddress(address), IPAddress.Parse(Write(address))), iter: 2_000);

    private static string Write(byte[] address)
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output, size: 64);
        sink.Append("some text before it "u8);
        AddressText.Append(sink, IpAddr.FromBytes(address));
        sink.Flush();
        return output.Text["some text before it ".Length..];
    }

    private static string InetNtop(int family, byte[] address)
    {
        byte* text = stackalloc byte[46];
        fixed (byte* bytes = address) Assert.True(inet_ntop(family, bytes, text, 46) != null);
        return Encoding.ASCII.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text));
    }

    [LibraryImport("libc")]
    private static partial byte* inet_ntop(int family, byte* address, byte* text, uint size);
}
