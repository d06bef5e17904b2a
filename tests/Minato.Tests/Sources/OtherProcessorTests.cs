using System;
using System.Threading;
using Minato.Interop.Linux.Libc;
using Minato.Sources.Linux;

namespace Minato.Tests.Sources;

public sealed class OtherProcessorTests
{
    [Fact]
    public void A_thread_that_left_a_processor_may_come_back_to_it() => OnItsOwnThread(() =>
    {
        ulong[] before = new ulong[16], after = new ulong[16];
        Assert.True(SchedGetAffinity.Call(before));
        OtherProcessor.Leave(OtherProcessor.Here());
        Assert.True(SchedGetAffinity.Call(after));
        Assert.Equal(before, after);
    });

    [Fact]
    public void Where_no_other_processor_is_allowed_the_thread_stays() => OnItsOwnThread(() =>
    {
        int here = OtherProcessor.Here();
        ulong[] alone = new ulong[16], after = new ulong[16];
        alone[here / 64] = 1UL << (here % 64);
        Assert.True(SchedSetAffinity.Call(alone));
        OtherProcessor.Leave(here);
        Assert.True(SchedGetAffinity.Call(after));
        Assert.Equal(alone, after);
        Assert.Equal(here, OtherProcessor.Here());
    });

    [Theory]
    [InlineData(-1)]
    [InlineData(1024)]
    public void A_processor_that_the_kernel_did_not_name_is_no_reason_to_move(int processor) => OtherProcessor.Leave(processor);

    // What a thread may do here must not stay with the next test on it.
    private static void OnItsOwnThread(Action test)
    {
        Exception? failure = null;
        Thread thread = new(() => failure = Record.Exception(test));
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
