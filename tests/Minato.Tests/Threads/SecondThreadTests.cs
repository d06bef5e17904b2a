using System;
using System.Threading;
using Minato.Threads;

namespace Minato.Tests.Threads;

public sealed class SecondThreadTests
{
    [Fact]
    public void Joining_waits_for_the_work()
    {
        int done = 0;
        using SecondThread thread = new(() =>
        {
            Thread.Sleep(50);
            done = 1;
        });
        thread.Join();

        Assert.Equal(1, done);
    }

    [Fact]
    public void What_the_work_throws_is_thrown_to_who_joins()
    {
        using SecondThread thread = new(static () => throw new InvalidOperationException("full"));

        Assert.Equal("full", Assert.Throws<InvalidOperationException>(thread.Join).Message);
    }

    [Fact]
    public void Disposing_waits_and_throws_nothing()
    {
        int done = 0;
        using (SecondThread thread = new(() =>
        {
            Thread.Sleep(50);
            done = 1;
            throw new InvalidOperationException("full");
        }))
        {
            Assert.NotNull(thread);
        }

        Assert.Equal(1, done);
    }
}
