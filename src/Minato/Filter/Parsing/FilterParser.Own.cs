using Minato.Filter.Conditions;
using Minato.Model;

namespace Minato.Filter.Parsing;

/// <content>The conditions that ss does not have.</content>
internal sealed partial class FilterParser
{
    private int ParseOwnCondition(in FilterToken token) => token.Text switch
    {
        "state" => ParseStates(token, isExcluded: false),
        "exclude" or "excl" => ParseStates(token, isExcluded: true),
        "host" => ParseEnds(token, isPort: false, local: true, peer: true),
        "port" => ParseEnds(token, isPort: true, local: true, peer: true),
        "pid" => ParsePid(token),
        "proc" => ParseText(token, "a process's name or a pattern", static name => new ProcessNameCondition(name)),
        "unit" => ParseText(token, "a unit's name or a pattern", static name => new CgroupPathCondition(isUnit: true, name)),
        "user" => ParseUser(token),
        "uid" => ParseNumber(token, FilterNumber.Uid),
        "inode" => ParseNumber(token, FilterNumber.Inode),
        "netns" => ParseNetNamespace(token),
        "scope" => ParseScope(token),
        "recvq" or "recv-q" => ParseNumber(token, FilterNumber.ReceiveQueue),
        "sendq" or "send-q" => ParseNumber(token, FilterNumber.SendQueue),
        "rtt" => ParseNumber(token, FilterNumber.RoundTripTime),
        "minrtt" => ParseNumber(token, FilterNumber.MinRoundTripTime),
        "retrans" => ParseNumber(token, FilterNumber.Retransmits),
        "cwnd" => ParseNumber(token, FilterNumber.CongestionWindow),
        "bytes_sent" => ParseNumber(token, FilterNumber.BytesSent),
        "bytes_received" => ParseNumber(token, FilterNumber.BytesReceived),
        "lastsnd" => ParseNumber(token, FilterNumber.LastSent),
        "lastrcv" => ParseNumber(token, FilterNumber.LastReceived),
        _ => FailUnknownWord(token),
    };

    private int ParseStates(in FilterToken word, bool isExcluded)
    {
        if (!TryBegin(word, "a state such as established", out Sign sign, out FilterToken operand)) return -1;
        if (!StateWords.TryParse(operand.Text, _context.AllStates, out StateSet states)) return FailState(operand);
        bool isNegated = isExcluded ^ (sign == Sign.NotEqual);
        return isNegated ? Negate(Add(new StateCondition(states))) : Add(new StateCondition(states));
    }

    private int ParseNumber(in FilterToken word, FilterNumber number)
    {
        (string expected, bool isTime, bool isSize) = number switch
        {
            FilterNumber.RoundTripTime or FilterNumber.MinRoundTripTime or FilterNumber.LastSent or FilterNumber.LastReceived =>
                ("a time such as 100ms", true, false),
            FilterNumber.ReceiveQueue or FilterNumber.SendQueue or FilterNumber.BytesSent or FilterNumber.BytesReceived =>
                ("a size such as 1MiB", false, true),
            _ => ("a number", false, false),
        };
        if (!TryCompare(word, expected, out Sign sign, out FilterToken operand)) return -1;
        bool isNumber = isTime ? Quantity.TryMicroseconds(operand.Text, out long bound)
            : isSize ? Quantity.TryBytes(operand.Text, out bound)
            : Quantity.TryCount(operand.Text, out bound);
        return isNumber ? Finish(new NumberCondition(number, sign.ToComparison(), bound), sign) : FailNumber(operand, expected);
    }

    private int ParsePid(in FilterToken word)
    {
        if (!TryCompare(word, "a process id", out Sign sign, out FilterToken operand)) return -1;
        if (!Quantity.TryCount(operand.Text, out long pid)) return FailNumber(operand, "a process id");
        return Finish(new ProcessIdCondition(sign.ToComparison(), pid), sign);
    }

    private int ParseText(in FilterToken word, string expected, System.Func<string, FilterCondition> condition) =>
        TryBegin(word, expected, out Sign sign, out FilterToken operand) ? Finish(condition(operand.Text), sign) : -1;

    private int ParseUser(in FilterToken word)
    {
        if (!TryBegin(word, "a user's name or number", out Sign sign, out FilterToken operand)) return -1;
        if (_context.Names.TryFindUser(operand.Text, out uint uid)) return Finish(new NumberCondition(FilterNumber.Uid, Comparison.Equal, uid), sign);
        if (Quantity.TryCount(operand.Text, out long number)) return Finish(new NumberCondition(FilterNumber.Uid, Comparison.Equal, number), sign);
        return FailValue(operand, new OperandProblem("there is no user '" + operand.Text + "'", "a name of /etc/passwd, or a number", ""));
    }

    private int ParseNetNamespace(in FilterToken word)
    {
        if (!TryBegin(word, "a network namespace's name or inode", out Sign sign, out FilterToken operand)) return -1;
        if (!Quantity.TryCount(operand.Text, out long inode))
        {
            if (!_context.Names.TryFindNetNamespace(operand.Text, out ulong found))
                return FailValue(operand, new OperandProblem("there is no network namespace '" + operand.Text + "'", "a name that `ip netns` lists, or an inode", ""));
            inode = (long)found;
        }

        return Finish(new NumberCondition(FilterNumber.NetNamespace, Comparison.Equal, inode), sign);
    }

    private int ParseScope(in FilterToken word)
    {
        const string expected = "loopback, private, public or any";
        if (!TryBegin(word, expected, out Sign sign, out FilterToken operand)) return -1;
        AddressScope? scope = operand.Text switch
        {
            "loopback" => AddressScope.Loopback,
            "private" => AddressScope.Private,
            "public" => AddressScope.Public,
            "any" => AddressScope.Any,
            _ => null,
        };
        if (scope is { } known) return Finish(new ScopeCondition(known), sign);
        string? nearest = NearestWord.Of(operand.Text, ["loopback", "private", "public", "any"]);
        return Fail(operand, new FilterError("'" + operand.Text + "' is no scope", operand.Word, operand.Column, expected, nearest));
    }

    // Word, any sign, operand.
    private bool TryCompare(in FilterToken word, string expected, out Sign sign, out FilterToken operand)
    {
        sign = TakeSign(mayBeName: false);
        return TryTakeOperand(word, expected, out operand);
    }
}
