using System;
using Minato.Filter.Conditions;
using Minato.Model;

namespace Minato.Filter.Parsing;

/// <content>One condition: a word, a sign, an operand.</content>
internal sealed partial class FilterParser
{
    private SocketFamily? _preferred;
    private int[]? _balances;
    private FilterToken _signToken;

    // The word whose operand ss would take a loose token for: it keeps the last one.
    private string _valueKind = "";

    private int ParseCondition(in FilterToken token)
    {
        switch (token.Text)
        {
            case "src" or "sport":
                return ParseEnds(token, isPort: token.Text == "sport", local: true, peer: false);
            case "dst" or "dport":
                return ParseEnds(token, isPort: token.Text == "dport", local: false, peer: true);
            case "dev":
                return ParseDevice(token);
            case "fwmark":
                return ParseMark(token);
            case "cgroup":
                return ParseCgroup(token);
            case "autobound":
                _valueKind = token.Text;
                (int first, int last) = _context.Names.EphemeralPorts;
                return Add(new AutoboundCondition(first, last));
        }

        return IsExact ? FailUnexpected(token) : ParseOwnCondition(token);
    }

    private int ParseEnds(in FilterToken word, bool isPort, bool local, bool peer)
    {
        _valueKind = word.Text;
        Sign sign = TakeSign(mayBeName: !isPort && _preferred == SocketFamily.Unix);
        bool isOrdered = sign is not (Sign.None or Sign.Equal or Sign.NotEqual);
        if ((!isPort && isOrdered) || (IsExact && !isPort && sign == Sign.NotEqual)) return FailSign(word);
        if (!TryTakeOperand(word, isPort ? "a port such as :22" : "an address such as 10/8, or a host", out FilterToken operand)) return -1;
        if (!TryHost(operand, isPort, out HostWord host)) return -1;
        if (isOrdered && host.Port == EndCondition.AnyPort && !IsExact)
        {
            return FailValue(operand, new OperandProblem("'" + word.Text + " " + sign.ToComparison().Sign() + "' needs one port", "a port such as :1024", ""));
        }

        int left = local ? EndNode(isPeer: false, isPort, sign, host, operand.Text) : -1;
        int right = peer ? EndNode(isPeer: true, isPort, sign, host, operand.Text) : -1;
        int node = left < 0 ? right : right < 0 ? left : _sides.Join(NodeKind.Or, left, right);
        return sign == Sign.NotEqual ? Negate(node) : node;
    }

    private bool TryHost(in FilterToken operand, bool isPort, out HostWord host)
    {
        HostWord? read = HostWord.Parse(operand.Text, isPort, _context, _preferred, out OperandProblem? problem);
        host = read!;
        if (read is null) return FailValue(operand, problem!) >= 0;
        if (read.Family is { } family) Family = _preferred = family;
        return true;
    }

    private int EndNode(bool isPeer, bool isPort, Sign sign, HostWord host, string operand)
    {
        switch (sign)
        {
            case Sign.AtLeast:
                return Add(new PortRangeCondition(isPeer, isLeast: true, host.Port));
            case Sign.AtMost:
                return Add(new PortRangeCondition(isPeer, isLeast: false, host.Port));
            case Sign.Greater:
                return Negate(Add(new PortRangeCondition(isPeer, isLeast: false, host.Port)));
            case Sign.Less:
                return Negate(Add(new PortRangeCondition(isPeer, isLeast: true, host.Port)));
        }

        if (host.UnixPattern is not null) return Add(new UnixNameCondition(isPeer, isPort, host.UnixPattern, operand));
        if (host.Prefixes.Length > 1)
        {
            Note ??= "'" + operand + "' has " + host.Prefixes.Length + " addresses: as in ss, only the first is looked for, " +
                host.Prefixes[0].Address.ToIPAddress();
        }

        if (_context.Grammar != FilterGrammar.Native || host.Prefixes.Length == 1) return Add(new EndCondition(isPeer, isPort, host.Prefixes, host.Port, operand));

        // A host of several addresses is any of them. ss tells the kernel of the first alone (EndCondition).
        int node = -1;
        foreach (AddressPrefix prefix in host.Prefixes)
        {
            int one = Add(new EndCondition(isPeer, isPortAlone: false, [prefix], host.Port, AddressWords(prefix, host.Port)));
            node = node < 0 ? one : _sides.Join(NodeKind.Or, node, one);
        }

        return node;
    }

    private static string AddressWords(in AddressPrefix prefix, long port)
    {
        string address = prefix.Address.ToIPAddress().ToString();
        if (prefix.Family == SocketFamily.Inet6) address = "[" + address + "]";
        return address + (port == EndCondition.AnyPort ? "" : ":" + port);
    }

    private int ParseDevice(in FilterToken word)
    {
        if (!TryBegin(word, "an interface", out Sign sign, out FilterToken operand)) return -1;
        if (!_context.Names.TryFindInterface(operand.Text, out uint index))
        {
            if (!CNumber.TryParse(operand.Text, out long number) || number is < 0 or > uint.MaxValue)
                return FailValue(operand, new OperandProblem("there is no interface '" + operand.Text + "'", "an interface's name or number", ""));
            index = (uint)number;
        }

        return Finish(new DeviceCondition(index, operand.Text), sign);
    }

    private int ParseMark(in FilterToken word)
    {
        if (!TryBegin(word, "a mark such as 0x1/0xff", out Sign sign, out FilterToken operand)) return -1;
        ReadOnlySpan<char> text = operand.Text;
        long mask = uint.MaxValue;
        bool isMark = CNumber.TryRead(ref text, out long mark);
        if (isMark && operand.Text.Contains('/', StringComparison.Ordinal))
        {
            isMark = text.StartsWith('/');
            if (isMark) text = text[1..];
            isMark = isMark && CNumber.TryRead(ref text, out mask);
        }

        // ss reads as far as there are digits and forgets the rest.
        if (!isMark || (!IsExact && !text.IsEmpty))
            return FailValue(operand, new OperandProblem("'" + operand.Text + "' is no firewall mark", "MARK or MARK/MASK", ""));
        return Finish(new MarkCondition((uint)mark, (uint)mask), sign);
    }

    private int ParseCgroup(in FilterToken word)
    {
        if (!TryBegin(word, "a control group's path", out Sign sign, out FilterToken operand)) return -1;
        if (_context.Names.TryFindCgroup(operand.Text, IsExact, out ulong id)) return Finish(new CgroupCondition(id, operand.Text), sign);
        if (!IsExact && Glob.IsPattern(operand.Text)) return Finish(new CgroupPathCondition(isUnit: false, operand.Text), sign);
        bool isNoPath = operand.Text.AsSpan().Trim('/').IsEmpty;
        string text = isNoPath ? "Invalid cgroup2 path\n" : "Failed to get cgroup2 ID: No such file or directory\n";
        return FailValue(operand, new OperandProblem("there is no control group '" + operand.Text + "'", "a path below the cgroup mount, or a pattern", text));
    }

    // Word, "=" or "!=" or nothing, operand.
    private bool TryBegin(in FilterToken word, string expected, out Sign sign, out FilterToken operand)
    {
        _valueKind = word.Text;
        operand = default;
        sign = TakeSign(mayBeName: false);
        if (sign is not (Sign.None or Sign.Equal or Sign.NotEqual)) return FailSign(word) >= 0;
        return TryTakeOperand(word, expected, out operand);
    }

    private int Finish(FilterCondition condition, Sign sign) => sign == Sign.NotEqual ? Negate(Add(condition)) : Add(condition);

    private int Add(FilterCondition condition) => _sides.Note(_expression.Add(condition));

    private int Negate(int node) => _sides.Note(_expression.Not(node));

    private Sign TakeSign(bool mayBeName)
    {
        if (!TryPeek(out FilterToken token)) return Sign.None;
        Sign sign = Signs.Of(token.Text);
        if (sign != Sign.None)
        {
            TryTake(out _signToken);
            return sign;
        }

        // "dport =:22": but a UNIX name may begin with any letter.
        int length = IsExact || mayBeName ? 0 : Signs.LengthAt(token.Text);
        if (length == 0) return Sign.None;
        TryTake(out token);
        PushBack(token.From(length));
        _signToken = token.Before(length);
        return Signs.Of(_signToken.Text);
    }

    private bool TryTakeOperand(in FilterToken word, string expected, out FilterToken operand)
    {
        if (!TryTake(out operand)) return FailAtEnd("'" + word.Text + "' needs " + expected, expected);
        if (IsSsWord(operand.Text)) return FailSyntax(operand, "'" + word.Text + "' needs " + expected, expected);
        if (!IsExact) operand = WithoutClosing(operand);
        return true;
    }

    // "(sport = :22)": closing parentheses that nothing else closes are no part of the operand.
    private FilterToken WithoutClosing(in FilterToken operand)
    {
        int closing = operand.Text.Length - operand.Text.AsSpan().TrimEnd(')').Length;
        int needed = closing == 0 ? 0 : Math.Min(closing, _levels.Count - 1 - ClosingAhead());
        if (needed <= 0 || needed == operand.Text.Length) return operand;
        int length = operand.Text.Length - needed;
        PushBack(operand.From(length));
        return operand.Before(length);
    }

    // How many more parentheses stand alone that close than that open, from here on.
    private int ClosingAhead()
    {
        if (_balances is null)
        {
            _balances = new int[_tokens.Count + 1];
            for (int i = _tokens.Count - 1; i >= 0; i--)
            {
                _balances[i] = _balances[i + 1] + _tokens[i].Text switch
                {
                    ")" => 1,
                    "(" => -1,
                    _ => 0,
                };
            }
        }

        return _balances[_next];
    }

    // A token in which more than one stands: "(sport", "dport=:22", "autobound)". ss takes none of them.
    private bool Split(in FilterToken token)
    {
        int length = 1;
        if (token.Text[0] is not ('(' or '!'))
        {
            length = 0;
            while (length < token.Text.Length && (char.IsAsciiLetter(token.Text[length]) || token.Text[length] is '_' or '-')) length++;
            if (length == 0 || length == token.Text.Length || token.Text[length] is not (')' or '=' or '!' or '<' or '>')) return false;
        }

        if (length == token.Text.Length) return false;
        PushBack(token.From(length));
        PushBack(token.Before(length));
        return true;
    }
}
