using Minato.Model;
using Minato.Rendering.Netstat.MacOs;

namespace Minato.Tests.Rendering.Netstat.MacOs;

public sealed class MacOsBitsTests
{
    [Theory]
    [InlineData(SocketState.Listen, 0x0000u, 0x0002u)]
    [InlineData(SocketState.Established, 0x0002u, 0x0000u)]
    [InlineData(SocketState.SynSent, 0x0004u, 0x0000u)]
    [InlineData(SocketState.CloseWait, 0x0022u, 0x0000u)]
    [InlineData(SocketState.FinWait2, 0x0012u, 0x0000u)]
    [InlineData(SocketState.LastAck, 0x0030u, 0x0000u)]
    [InlineData(SocketState.Closed, 0x0000u, 0x0000u)]
    public void A_state_sets_its_bits(SocketState state, uint stateBits, uint options)
    {
        SocketEntry row = SampleRows.Connection("127.0.0.1:1", "127.0.0.1:2", state) with { Inode = 1 };

        Assert.Equal((stateBits, options), (MacOsBits.State(in row), MacOsBits.Options(in row)));
    }

    // A published TIME_WAIT has 02131; that the socket did not block (0100) Linux does not tell.
    [Fact]
    public void A_socket_that_no_process_holds_has_no_reference()
    {
        SocketEntry row = SampleRows.Connection("127.0.0.1:1", "127.0.0.1:2", SocketState.TimeWait);

        Assert.Equal(0x2031u, MacOsBits.State(in row));
    }

    [Fact]
    public void A_connection_half_shut_down_says_which_half()
    {
        SocketEntry row = SampleRows.Connection("127.0.0.1:1", "127.0.0.1:2") with { Inode = 1, Shutdown = 2, Known = SocketFields.Shutdown };

        Assert.Equal(0x0012u, MacOsBits.State(in row));
    }

    [Fact]
    public void A_keepalive_timer_shows_the_option()
    {
        SocketEntry row = SampleRows.Connection("127.0.0.1:1", "127.0.0.1:2") with { Timer = new SocketTimer(TimerKind.KeepAlive, 1, 0) };

        Assert.Equal(0x0008u, MacOsBits.Options(in row));
    }
}
