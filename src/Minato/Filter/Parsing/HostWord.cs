using System;
using System.Collections.Generic;
using Minato.Filter.Conditions;
using Minato.Model;

namespace Minato.Filter.Parsing;

/// <summary>What is wrong with an operand: in Minato's words, and in those that ss prints before its own last line.</summary>
internal sealed record OperandProblem(string Problem, string? Expected, string SsText);

/// <summary>The operand of src, dst, sport and dport, read by ss's rules.</summary>
internal sealed class HostWord
{
    private const string AnyWord = "*";

    /// <summary>The family that the word or the options chose; null leaves all.</summary>
    public SocketFamily? Family { get; private init; }

    /// <summary>A pattern for a UNIX name; then nothing else counts.</summary>
    public string? UnixPattern { get; private init; }

    /// <summary>Addresses of which one must match.</summary>
    public AddressPrefix[] Prefixes { get; private init; } = [AddressPrefix.Any];

    /// <summary>The port, or <see cref="EndCondition.AnyPort"/>.</summary>
    public long Port { get; private init; } = EndCondition.AnyPort;

    public static HostWord? Parse(string word, bool isPort, FilterContext context, SocketFamily? preferred, out OperandProblem? problem)
    {
        problem = null;
        SocketFamily? family = TakeFamily(ref word) ?? preferred;
        switch (family)
        {
            case SocketFamily.Unix:
                return new HostWord { Family = family, UnixPattern = word };
            case SocketFamily.Packet or SocketFamily.Netlink or SocketFamily.Vsock:
                return ParseNumbered(word, isPort, context.Names, family.Value, out problem);
        }

        return ParseInet(word, isPort, context, family, out problem);
    }

    private static SocketFamily? TakeFamily(ref string word)
    {
        int colon = word.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return null;
        SocketFamily? family = word.AsSpan(0, colon) switch
        {
            "unix" => SocketFamily.Unix,
            "link" => SocketFamily.Packet,
            "netlink" => SocketFamily.Netlink,
            "vsock" => SocketFamily.Vsock,
            "inet" => SocketFamily.Inet,
            "inet6" => SocketFamily.Inet6,
            _ => null,
        };
        if (family is not null) word = word[(colon + 1)..];
        return family;
    }

    // "PROTO:IF", "PROTO:PID", "CID:PORT"; for a port's operand the whole word is what follows the colon.
    private static HostWord? ParseNumbered(string word, bool isPort, IFilterNames names, SocketFamily family, out OperandProblem? problem)
    {
        problem = null;
        int colon = isPort ? -1 : word.IndexOf(':', StringComparison.Ordinal);
        string address = isPort ? "" : colon < 0 ? word : word[..colon];
        string port = isPort ? word.StartsWith(':') ? word[1..] : word : colon < 0 ? "" : word[(colon + 1)..];
        long number = EndCondition.AnyPort;
        AddressPrefix prefix = AddressPrefix.Any with { Family = family };
        bool isKnown = true;
        if (port is not ("" or AnyWord)) isKnown = TryPort(port, names, family, out number);
        if (!isKnown) problem = new OperandProblem("'" + port + "' is no " + PortKind(family), null, "");
        if (isKnown && address is not ("" or AnyWord))
        {
            isKnown = TryAddress(address, names, family, out uint found);
            if (!isKnown) problem = new OperandProblem("'" + address + "' is no " + AddressKind(family), null, "");
            prefix = AddressPrefix.Of(family, found);
        }

        return isKnown ? new HostWord { Family = family, Prefixes = [prefix], Port = number } : null;
    }

    private static bool TryPort(string text, IFilterNames names, SocketFamily family, out long number)
    {
        if (CNumber.TryParse(text, out number)) return family != SocketFamily.Vsock || number is >= 0 and <= uint.MaxValue;
        bool isKnown = false;
        if (family == SocketFamily.Packet)
        {
            isKnown = names.TryFindInterface(text, out uint index);
            number = index;
        }
        else if (family == SocketFamily.Netlink)
        {
            isKnown = text == "kernel";
            number = 0;
        }

        return isKnown;
    }

    private static bool TryAddress(string text, IFilterNames names, SocketFamily family, out uint number)
    {
        bool isNumber = CNumber.TryParse(text, out long parsed) && parsed is >= 0 and <= uint.MaxValue;
        number = (uint)parsed;
        switch (family)
        {
            case SocketFamily.Packet:
                if (!names.TryFindLinkProtocol(text, out ushort protocol)) return isNumber && number <= ushort.MaxValue;
                number = protocol;
                return true;
            case SocketFamily.Netlink:
                if (!names.TryFindNetlinkProtocol(text, out byte netlink)) return isNumber && number <= byte.MaxValue;
                number = netlink;
                return true;
            default:
                return isNumber;
        }
    }

    private static HostWord? ParseInet(string word, bool isPort, FilterContext context, SocketFamily? family, out OperandProblem? problem)
    {
        string address = word;
        string? port = null;
        if (word.StartsWith('['))
        {
            int bracket = word.IndexOf(']', StringComparison.Ordinal);
            if (bracket < 0)
            {
                problem = new OperandProblem("'[' is never closed", "]", "");
                return null;
            }

            address = word[1..bracket];
            port = word[(bracket + 1)..];
        }
        else if (word.StartsWith('*'))
        {
            port = word[1..];
        }
        else if (!isPort)
        {
            // The last colon, from the slash on if there is one; so an IPv6 address needs brackets before a port.
            int slash = Math.Max(0, word.IndexOf('/', StringComparison.Ordinal));
            int colon = word.LastIndexOf(':');
            if (colon >= slash && !(context.Grammar != FilterGrammar.SsExact && IsBareV6(word, colon)))
            {
                address = word[..colon];
                port = word[colon..];
            }
        }

        if (isPort)
        {
            port = address;
            address = "";
        }

        problem = null;
        long number = EndCondition.AnyPort;
        if (port is not null && !PortWord.TryParse(port, context, out number, out problem)) return null;
        AddressPrefix[]? prefixes = address is "" || address.StartsWith('*') ? [AddressPrefix.Any] : FindAddresses(address, family, context, out problem);
        return prefixes is null ? null : new HostWord { Family = family, Prefixes = prefixes, Port = number };
    }

    // ss reads 2001:db8::1 as the port 1 of 2001:db8:, which is no address: then the whole is one.
    private static bool IsBareV6(string word, int colon) =>
        PrefixText.Parse(word, SocketFamily.Inet6, out _) == PrefixProblem.None
        && PrefixText.Parse(word[..colon], SocketFamily.Inet6, out _) != PrefixProblem.None;

    private static AddressPrefix[]? FindAddresses(string address, SocketFamily? family, FilterContext context, out OperandProblem? problem)
    {
        problem = null;
        PrefixProblem failure = PrefixText.Parse(address, family, out AddressPrefix prefix);
        if (failure == PrefixProblem.None) return [prefix];

        string ssText = "Error: an inet prefix is expected rather than \"" + address + "\".\n";
        HostLookup outcome = HostLookup.NotFound;
        List<IpAddr> found = [];
        if (failure == PrefixProblem.NoAddress && !address.Contains('/', StringComparison.Ordinal)) outcome = context.Names.FindHost(address, family, found);
        if (found.Count > 0) return [.. found.ConvertAll(static host => AddressPrefix.Of(in host, host.IsV6 ? 128 : 32))];

        problem = failure == PrefixProblem.BadLength
            ? new OperandProblem("the prefix length of '" + address + "' is out of range", "0 to 32 for IPv4, 0 to 128 for IPv6", ssText)
            : outcome == HostLookup.TimedOut
                ? new OperandProblem("no name server told the address of '" + address + "' in time", "an address", ssText)
                : new OperandProblem("'" + address + "' is no address and no known host", "an address such as 192.0.2.1, 10/8, [2001:db8::1]:443, or *", ssText);
        return null;
    }

    private static string PortKind(SocketFamily family) => family switch
    {
        SocketFamily.Packet => "interface",
        SocketFamily.Netlink => "netlink port (a number, or kernel)",
        _ => "vsock port",
    };

    private static string AddressKind(SocketFamily family) => family switch
    {
        SocketFamily.Packet => "link-layer protocol",
        SocketFamily.Netlink => "netlink protocol",
        _ => "vsock context id",
    };
}
