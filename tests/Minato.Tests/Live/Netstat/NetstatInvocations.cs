using System.Collections.Generic;
using System.Linq;
using Minato.Tests.Live.Exact;

namespace Minato.Tests.Live.Netstat;

/// <summary>What is asked of the installed netstat and of Minato.</summary>
internal static class NetstatInvocations
{
    private static readonly string[] Kinds =
        ["-t", "", "-u", "-U", "-S", "-w", "-x", "-tu", "-tuwx", "-tS", "-Ux", "-A inet", "-A unix,inet6", "-A ipx", "-A ddp", "-2", "-t --rfcomm", "-x --ax25"];
    private static readonly string[] Families = ["", "-4", "-6", "--inet6 --ip", "-A inet6"];
    private static readonly string[] States = ["-a", "", "-l", "-l -a"];
    private static readonly string[] Names = ["-n", "", "--numeric-hosts", "--numeric-ports", "--numeric-users", "--numeric-hosts --numeric-users"];
    private static readonly string[] Details = ["", "-p", "-e", "-ee", "-o", "-ep", "-op", "-eo", "-eop"];
    private static readonly string[] More = ["", "-W", "-v", "-N", "-F", "-C", "-d", "-Wv"];

    /// <summary>Every kind, family, state, naming, detail and manner with every other.</summary>
    public static IReadOnlyList<Invocation> Cover { get; } =
        [.. PairCover.Of(Kinds, Details, More, Names, Families, States).Select(row => new Invocation(string.Join(' ', row.Where(word => word.Length > 0))))];

    /// <summary>The other modes with each other's options, and groups among the tables of sockets.</summary>
    public static IReadOnlyList<Invocation> Modes { get; } =
    [
        .. from mode in new[] { "-r", "-i", "-g", "-M" }
           from more in new[] { "", "-n", "-e", "-ee", "-a", "-v", "-W", "-N", "-4", "-6", "-A inet", "-A inet6", "-A inet,inet6 -n", "-A ipx", "-A unix", "-tn", "-l", "-x", "-p -o", "--numeric-hosts", "-F", "-C", "-2", "-Z" }
           select new Invocation($"{mode} {more}"),
        .. Lines(
            "-nr", "-rne", "-r6n", "-r -A ddp", "-r -A x25,inet", "-rF -n", "-rC", "-rCn", "-rnee", "-i lo", "-i exact0", "-ie exact0", "-i no-such-interface", "-ai", "-iea", "-in lo exact0", "-iv",
            "-s", "-st", "-su", "-sw", "-sU", "-sS", "-stu", "-s6", "-s -6u", "-sx", "-s -A inet6", "-sn", "-g -r", "-g -i", "-gt -n", "-g4 -n", "-gx -n", "-g6 -an", "-gS", "-g2", "-g -A ipx", "-ga", "-gl",
            "-r -i", "-i -s", "-s -M", "-M -r", "-s -r", "-r -r -n", "-i -i", "-ri -J", "--route --numeric", "--interfaces --all", "--groups", "--masq", "--stat --tcp", "--route --statistics"),
    ];

    /// <summary>
    /// What people type, long names and beginnings of them, operands, and what ends at once. Not <c>--tcpip</c>, which net-tools
    /// 2.10 calls an internal error of its own and passes over.
    /// </summary>
    public static IReadOnlyList<Invocation> Typed { get; } = Lines(
        "", "-a", "-an", "-tan", "-tln", "-tuln", "-tulnp", "-tanp", "-tap", "-anp", "-ano", "-antp", "-tulpen", "-lx", "-xap", "-tane", "-tanW", "-waneop", "-4tan", "-6tan", "-tlnp4",
        "--tcp --all --numeric", "--listening --udp --numeric-ports", "--unix --all --programs", "--raw --extend --all", "--wide --tcp -n", "--udplite --sctp", "--protocol=inet,unix -n", "--prot inet -an",
        "--inet --listening", "--ine -an", "--al -n", "--ti -tn", "--we", "--ext -tan", "--prog -tln", "--verb -xl", "--sym -tln", "--fib -t", "--cac -t", "--li -n",
        "foo", "-t foo -n bar", "-tn -- -x", "-A inet -A unix -n", "-A ash", "-A econet,inet -n", "-A ip6 -an", "-A x25,inet -an", "-A inet,rose -n", "--netrom", "--x25", "--appletalk -tn", "--bluetooth", "-f", "-2x",
        "-Sl", "-Sa", "-StuUwx -an", "-S6 -an", "-S -A unix", "-U6 -an", "-Z", "-Zh", "-tn -Z -J", "-va", "-vl", "-v4", "-vS");

    /// <summary>What is typed wrong. Not <c>-T</c>, which releases before and after 2.10 have.</summary>
    public static IReadOnlyList<Invocation> Wrong { get; } = Lines(
        "-J", "--no-such-option", "-tanJ", "--a", "--num", "--uni", "--tc", "--ro", "--numeric=3", "--wide=", "-W=3", "-c5", "-c 5 -J", "-A", "-tA", "--protocol", "-A foo", "-A inet,foo", "-A INET", "-A ,", "-A inet,,inet6",
        "-A=inet", "-tA foo -J", "-J -A foo", "-?", "-?t", "--=", "--x=1", "-q", "-b", "-L", "-m", "-y", "-I lo");

    private static Invocation[] Lines(params string[] words) => [.. words.Select(line => new Invocation(line))];
}
