using System.Text;
using Minato.Model;
using Minato.Reading;
using Minato.States;

namespace Minato.Tests.Reading;

public sealed class StateWordsTests
{
    [Fact]
    public void Every_word_that_Minato_prints_is_read_as_a_state_of_that_word()
    {
        foreach (StateDialect dialect in System.Enum.GetValues<StateDialect>())
        {
            for (int number = 1; number <= 13; number++)
            {
                System.ReadOnlySpan<byte> word = StateVocabulary.Word(dialect, number);
                if (word.IsEmpty) continue;

                Assert.True(StateWords.TryFind(word, out SocketState state));
                Assert.Equal(Encoding.ASCII.GetString(word), Encoding.ASCII.GetString(StateVocabulary.Word(dialect, (int)state)));
            }
        }
    }

    [Theory]
    [InlineData("ABHÖREN", SocketState.Listen)]
    [InlineData("ABH\uFFFDREN", SocketState.Listen)]
    [InlineData("ABH\u2122REN", SocketState.Listen)]
    [InlineData("ABH?REN", SocketState.Listen)]
    [InlineData("ABHOEREN", SocketState.Listen)]
    [InlineData("HERGESTELLT", SocketState.Established)]
    [InlineData("VERBUNDEN", SocketState.Established)]
    [InlineData("WARTEND", SocketState.TimeWait)]
    [InlineData("SCHLIESSEN_WARTEN", SocketState.CloseWait)]
    [InlineData("FIN_WARTEN_2", SocketState.FinWait2)]
    [InlineData("SYN_GESENDET", SocketState.SynSent)]
    [InlineData("DELETE_TCB", SocketState.Closed)]
    public void Words_of_other_languages_are_states(string word, SocketState expected)
    {
        Assert.True(StateWords.TryFind(Encoding.UTF8.GetBytes(word), out SocketState state));
        Assert.Equal(expected, state);
    }

    [Theory]
    [InlineData("timewait")]
    [InlineData("root")]
    [InlineData("LISTENERS")]
    [InlineData("12")]
    [InlineData("-")]
    [InlineData("")]
    public void Other_words_are_none(string word) => Assert.False(StateWords.TryFind(Encoding.UTF8.GetBytes(word), out _));
}
