using System.Text;
using Minato.Model;
using Minato.States;

namespace Minato.Tests.Rendering;

public sealed class StateVocabularyTests
{
    [Theory]
    [InlineData(SocketState.Established, "ESTABLISHED", "ESTAB", "ESTABLISHED")]
    [InlineData(SocketState.SynSent, "SYN_SENT", "SYN-SENT", "SYN_SENT")]
    [InlineData(SocketState.SynReceived, "SYN_RECV", "SYN-RECV", "SYN_RECV")]
    [InlineData(SocketState.NewSynReceived, "SYN_RECV", "SYN-RECV", "SYN_RECV")]
    [InlineData(SocketState.FinWait1, "FIN_WAIT1", "FIN-WAIT-1", "FIN_WAIT1")]
    [InlineData(SocketState.FinWait2, "FIN_WAIT2", "FIN-WAIT-2", "FIN_WAIT2")]
    [InlineData(SocketState.TimeWait, "TIME_WAIT", "TIME-WAIT", "TIME_WAIT")]
    [InlineData(SocketState.Closed, "UNCONN", "UNCONN", "CLOSE")]
    [InlineData(SocketState.CloseWait, "CLOSE_WAIT", "CLOSE-WAIT", "CLOSE_WAIT")]
    [InlineData(SocketState.LastAck, "LAST_ACK", "LAST-ACK", "LAST_ACK")]
    [InlineData(SocketState.Listen, "LISTEN", "LISTEN", "LISTEN")]
    [InlineData(SocketState.Closing, "CLOSING", "CLOSING", "CLOSING")]
    [InlineData(SocketState.BoundInactive, "BOUND", "UNCONN", "")]
    [InlineData(SocketState.Unknown, "UNKNOWN", "UNKNOWN", "UNKNOWN")]
    [InlineData((SocketState)14, "UNKNOWN", "UNDEF", "UNKNOWN")]
    [InlineData((SocketState)255, "UNKNOWN", "UNDEF", "UNKNOWN")]
    public void Each_state_has_its_word_in_each_dialect(SocketState state, string lesson, string ss, string netstat) =>
        Assert.Equal((lesson, ss, netstat), (Word(StateDialect.Lesson, state), Word(StateDialect.Ss, state), Word(StateDialect.NetstatLinux, state)));

    [Theory]
    [InlineData(SctpState.Closed, "CLOSED", "CLOSED")]
    [InlineData(SctpState.CookieWait, "COOKIE_WAIT", "COOKIE_WAIT")]
    [InlineData(SctpState.CookieEchoed, "COOKIE_ECHOED", "COOKIE_ECHOED")]
    [InlineData(SctpState.Established, "ESTABLISHED", "ESTAB")]
    [InlineData(SctpState.ShutdownPending, "SHUTDOWN_PENDING", "SHUTDOWN_PENDING")]
    [InlineData(SctpState.ShutdownSent, "SHUTDOWN_SENT", "SHUTDOWN_SENT")]
    [InlineData(SctpState.ShutdownReceived, "SHUTDOWN_RECEIVED", "SHUTDOWN_RECEIVED")]
    [InlineData(SctpState.ShutdownAckSent, "SHUTDOWN_ACK_SENT", "ACK_SENT")]
    [InlineData((SctpState)8, "UNKNOWN", "UNDEF")]
    public void Associations_of_SCTP_have_states_of_their_own(SctpState state, string lesson, string ss)
    {
        Assert.Equal(lesson, Encoding.ASCII.GetString(StateVocabulary.SctpAssociation(StateDialect.Lesson, (int)state)));
        Assert.Equal(ss, Encoding.ASCII.GetString(StateVocabulary.SctpAssociation(StateDialect.Ss, (int)state)));
    }

    private static string Word(StateDialect dialect, SocketState state) => Encoding.ASCII.GetString(StateVocabulary.Word(dialect, (int)state));
}
