using System;

namespace Minato.Filter.Parsing;

/// <content>What is said of a filter that cannot be read, in Minato's words and in ss's.</content>
internal sealed partial class FilterParser
{
    private const string SsSyntax = "ss: bison bellows (while parsing filter): \"syntax error!\" Sorry.\n";
    private const string SsTooDeep = "ss: bison bellows (while parsing filter): \"memory exhausted!\" Sorry.\n";
    private const int SsUsageExit = 255;
    private const int SsValueExit = 1;

    private static bool IsSsWord(string text) => text switch
    {
        "!" or "not" or "&" or "&&" or "and" or "|" or "||" or "or" or "(" or ")" => true,
        "dst" or "src" or "dport" or "sport" or "dev" or "fwmark" or "cgroup" or "autobound" => true,
        _ => Signs.Of(text) != Sign.None,
    };

    private int Fail(in FilterToken token, FilterError error)
    {
        _ = token;
        Error ??= error;
        return -1;
    }

    private bool FailSyntax(in FilterToken token, string problem, string? expected, string? nearest = null)
    {
        Fail(token, new FilterError(problem, token.Word, token.Column, expected, nearest) { SsText = SsSyntax, SsExitCode = SsUsageExit, SsShowsUsage = true });
        return false;
    }

    private bool FailAtEnd(string problem, string expected) => FailSyntax(new FilterToken("", _wordCount, 0), problem, expected);

    private bool FailUnclosed(in FilterToken open)
    {
        FailSyntax(open, "'(' is never closed", "')' further on");
        return false;
    }

    private bool FailDepth(in FilterToken token)
    {
        string problem = "parentheses are nested deeper than " + (IsExact ? SsMaxDepth : MaxDepth);
        Fail(token, new FilterError(problem, token.Word, token.Column) { SsText = SsTooDeep, SsExitCode = SsUsageExit, SsShowsUsage = true });
        return false;
    }

    private int FailSign(in FilterToken word)
    {
        FailSyntax(_signToken, "'" + word.Text + "' takes no '" + _signToken.Text + "'", IsExact ? "=" : "= or !=");
        return -1;
    }

    private int FailNumber(in FilterToken operand, string expected) =>
        FailValue(operand, new OperandProblem("'" + operand.Text + "' is not " + expected.Replace(" such as", ", such as", StringComparison.Ordinal), expected, ""));

    private int FailState(in FilterToken operand) => Fail(operand, StateError(operand.Text, operand.Word, operand.Column));

    /// <summary>A word that is no state.</summary>
    public static FilterError StateError(string word, int index, int column) =>
        new("'" + word + "' is no state", index, column, "established, listening, time-wait, all, …", NearestWord.Of(word, StateWords.Suggestions))
        {
            SsText = "ss: wrong state name: " + word + "\n",
            SsExitCode = SsUsageExit,
        };

    private int FailUnknownWord(in FilterToken token)
    {
        FailSyntax(token, "unknown condition '" + token.Text + "'", "a condition such as sport = :22", FilterWords.Nearest(token.Text));
        return -1;
    }

    private int FailValue(in FilterToken operand, OperandProblem problem) => Fail(operand, new FilterError(problem.Problem, operand.Word, operand.Column, problem.Expected)
    {
        SsText = problem.SsText + SsLastLine(operand.Text),
        SsExitCode = SsValueExit,
    });

    private string SsLastLine(string operand) => _valueKind switch
    {
        "dev" => "Cannot parse device.\n",
        "fwmark" => "Cannot parse mark " + operand + ".\n",
        "cgroup" => "Cannot parse cgroup " + operand + ".\n",
        _ => "Cannot parse dst/src address.\n",
    };

    // ss reads every loose word as an operand of the last condition before it finds that none was due.
    private int FailUnexpected(in FilterToken token)
    {
        if (!IsSsWord(token.Text))
        {
            switch (_valueKind)
            {
                case "dev" or "fwmark" or "cgroup":
                    PushBack(token);
                    int parsed = _valueKind switch
                    {
                        "dev" => ParseDevice(token with { Text = _valueKind }),
                        "fwmark" => ParseMark(token with { Text = _valueKind }),
                        _ => ParseCgroup(token with { Text = _valueKind }),
                    };
                    if (parsed < 0) return -1;
                    break;
                default:
                    if (!TryHost(token, isPort: _valueKind is "sport" or "dport", out _)) return -1;
                    break;
            }
        }

        FailSyntax(token, "'" + token.Text + "' is no condition of ss", "a condition such as sport = :22", FilterWords.Nearest(token.Text));
        return -1;
    }
}
