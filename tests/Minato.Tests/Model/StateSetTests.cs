using System;
using System.Linq;
using Minato.Model;

namespace Minato.Tests.Model;

public sealed class StateSetTests
{
    private static readonly SocketState[] Every = Enum.GetValues<SocketState>();

    [Fact]
    public void All_holds_every_state_but_unknown() =>
        Assert.Equal(Every.Where(state => state != SocketState.Unknown), Every.Where(StateSet.All.Contains));

    [Fact]
    public void Listening_is_listen_and_closed() => Assert.Equal([SocketState.Closed, SocketState.Listen], Every.Where(StateSet.Listening.Contains));

    [Fact]
    public void Connected_has_or_is_about_to_have_a_peer() => Assert.Equal(
        [
            SocketState.Established, SocketState.SynSent, SocketState.FinWait1, SocketState.FinWait2,
            SocketState.CloseWait, SocketState.LastAck, SocketState.Closing,
        ],
        Every.Where(StateSet.Connected.Contains));

    [Fact]
    public void A_set_of_one_state_is_single_and_holds_just_that()
    {
        foreach (SocketState state in Every)
        {
            Assert.True(StateSet.Of(state).IsSingle);
            Assert.Equal([state], Every.Where(StateSet.Of(state).Contains));
        }
    }

    [Fact]
    public void Sets_join_meet_and_differ()
    {
        StateSet listen = StateSet.Of(SocketState.Listen);
        StateSet closed = StateSet.Of(SocketState.Closed);

        Assert.True((listen | closed) == StateSet.Listening);
        Assert.True((StateSet.Listening & closed) == closed);
        Assert.True(StateSet.Listening.Without(listen) == closed);
        Assert.True((listen & closed).IsEmpty);
        Assert.True(listen != closed);
        Assert.False(StateSet.Listening.IsSingle);
    }
}
