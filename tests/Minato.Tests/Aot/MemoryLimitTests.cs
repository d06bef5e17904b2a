using System;
using System.Runtime.Versioning;
using Minato.Tests.Cli.Verbs;

namespace Minato.Tests.Aot;

/// <summary>Where memory ends: one line and exit code 4, never a crash.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class MemoryLimitTests : IDisposable
{
    private readonly ScratchDirectory _home = new();

    public void Dispose() => _home.Dispose();

    // KiB. Between the second and the third the runtime's own sizes once ended in a segmentation fault.
    [Theory]
    [InlineData(5_000)]
    [InlineData(20_000)]
    [InlineData(60_000)]
    [InlineData(80_000)]
    [InlineData(200_000)]
    public void Too_little_address_space_is_said(int limit) => Assert.Equal(
        new Typed(4, "", "minato: cannot start: address space, memory or threads are limited too far (ulimit -a)\n"),
        Typed.In(_home.Path, $"ulimit -v {limit}; minato -tln"));

    [Fact]
    public void With_enough_address_space_it_runs() => Assert.Equal(0, Typed.In(_home.Path, "ulimit -v 600000; minato -tln").Code);

    [Fact]
    public void A_small_stack_is_enough() => Assert.Equal(0, Typed.In(_home.Path, "ulimit -s 256; minato -tln").Code);

    [Fact]
    public void A_stack_without_a_limit_is_no_mistake() =>
        Assert.Equal(0, Typed.In(_home.Path, "ulimit -s unlimited && minato -tln").Code);

    // The heap's own limit made so small that the listing's objects fill it.
    [Theory]
    [InlineData("minato -tln")]
    [InlineData("minato ss -tanpiemo")]
    [InlineData("minato netstat -tan")]
    public void A_full_heap_is_one_line(string line) => Assert.Equal(
        new Typed(4, "", "minato: out of memory: the answer is larger than this program may grow\n"),
        Typed.In(_home.Path, line, "DOTNET_GCHeapHardLimit=38000"));
}
