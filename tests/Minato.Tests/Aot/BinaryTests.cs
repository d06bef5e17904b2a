using System;
using System.Buffers.Binary;
using System.IO;

namespace Minato.Tests.Aot;

/// <summary>What may not be inside the published program.</summary>
public sealed class BinaryTests
{
    // DESIGN §3: start-up is a feature, and size is part of it.
    private const int Budget = 4 * 1024 * 1024;

    private static byte[] Program { get; } = File.ReadAllBytes(Typed.Program);

    [Fact]
    public void The_program_stays_within_its_budget() => Assert.InRange(Program.Length, 1, Budget);

    [Fact]
    public void No_library_is_linked_at_run_time()
    {
        // elf.h, Elf64_Ehdr: e_phoff at 32, e_phentsize at 54, e_phnum at 56; p_type PT_INTERP is 3.
        long table = BinaryPrimitives.ReadInt64LittleEndian(Program.AsSpan(32));
        int size = BinaryPrimitives.ReadUInt16LittleEndian(Program.AsSpan(54));
        int count = BinaryPrimitives.ReadUInt16LittleEndian(Program.AsSpan(56));
        for (int i = 0; i < count; i++)
            Assert.NotEqual(3, BinaryPrimitives.ReadInt32LittleEndian(Program.AsSpan((int)table + i * size)));
    }

    [Theory]
    [InlineData("nsswitch.conf")]
    [InlineData("/etc/nscd.conf")]
    [InlineData("System.Console")]
    public void No_name_service_and_no_console_is_linked(string trace) =>
        Assert.True(Program.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(trace)) < 0, trace + " is in the program");

    [Fact]
    public void The_program_holds_the_text_that_these_tests_look_for_in_general() =>
        Assert.True(Program.AsSpan().IndexOf("/proc/net does not carry them"u8) >= 0 || Program.AsSpan().IndexOf(System.Text.Encoding.Unicode.GetBytes("/proc/net does not carry them")) >= 0);
}
