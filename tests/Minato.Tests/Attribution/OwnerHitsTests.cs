using Minato.Attribution;
using Minato.Model;

namespace Minato.Tests.Attribution;

public sealed class OwnerHitsTests
{
    [Fact]
    public void As_many_as_the_bound_are_kept()
    {
        using OwnerHits hits = new(most: 300);
        for (int i = 0; i < 300; i++) hits.Add(new OwnerHit((ulong)i, 0, i));

        Assert.Equal(300, hits.Hits.Length);
        Assert.Equal(new OwnerHit(299, 0, 299), hits.Hits[299]);
    }

    [Fact]
    public void One_more_is_said_and_not_lost_silently()
    {
        using OwnerHits hits = new(most: 300);
        for (int i = 0; i < 300; i++) hits.Add(new OwnerHit((ulong)i, 0, i));

        MemoryBoundException thrown = Assert.Throws<MemoryBoundException>(() => hits.Add(new OwnerHit(1, 0, 1)));
        Assert.Equal("more than 300 descriptors are sockets", thrown.Message);
    }
}
