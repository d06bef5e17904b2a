using Minato.Filter.Conditions;
using Minato.Model;

namespace Minato.Filter.Parsing;

/// <summary>A port as ss reads it: a number, or a service of the transports asked.</summary>
internal static class PortWord
{
    public static bool TryParse(string word, FilterContext context, out long port, out OperandProblem? problem)
    {
        problem = null;
        port = EndCondition.AnyPort;
        string text = word.StartsWith(':') ? word[1..] : word;
        if (text.Length == 0 || text[0] == '*') return true;
        if (CNumber.TryParse(text, out port))
        {
            if (context.Grammar == FilterGrammar.SsExact || port is >= 0 and <= ushort.MaxValue) return true;
            problem = new OperandProblem("port " + text + " is out of range", "0 to 65535", "");
            return false;
        }

        ushort tcp = 0;
        ushort udp = 0;
        bool isUdp = (context.Transports & Transports.Udp) != 0 && context.Names.TryFindService(text, isUdp: true, out udp);
        bool isTcp = (context.Transports & Transports.Tcp) != 0 && context.Names.TryFindService(text, isUdp: false, out tcp);
        port = isUdp ? udp : tcp;
        if (isUdp && isTcp && udp != tcp)
        {
            problem = new OperandProblem(
                "'" + text + "' is port " + tcp + " of TCP and " + udp + " of UDP", "a number, or only one of -t and -u", "Error: ambiguous port \"" + text + "\".\n");
        }
        else if (!isUdp && !isTcp)
        {
            problem = new OperandProblem(
                "'" + text + "' is no port and no known service", "a port such as :22 or a service such as :ssh", "Error: \"" + text + "\" does not look like a port.\n");
        }

        return problem is null;
    }
}
