using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Minato.Tests.Live.Exact;

/// <summary>What is asked of each release and of Minato. A release that does not know an option answers so, and that is compared too.</summary>
internal static class Invocations
{
    private static readonly string[] Tables =
        ["-t", "", "-u", "-w", "-x", "-0", "-f netlink", "-M", "-tu", "-A all", "-A inet", "-tx", "-uw0", "-A tcp,u_dgr,packet_raw", "-A all,!unix,!tcp", "-S", "--vsock", "--xdp"];
    private static readonly string[] Families = ["", "-4", "-6", "-f inet6"];
    private static readonly string[] States =
        ["-a", "", "-l", "state established", "exclude listening", "state syn-recv state time-wait", "state bucket", "state close", "state connected exclude established"];
    private static readonly string[] Details = ["", "-p", "-e", "-o", "-i", "-m", "-ep", "-imo", "-Op", "-Oemi", "-b"];
    private static readonly string[] MoreDetails = ["", "--tos", "--cgroup", "--inet-sockopt", "-T", "-H", "-Q"];
    private static readonly string[] Names = ["-n", ""];
    private static readonly string[] Filters =
        ["", "sport = :4000", "dst 127.0.0.0/8", "'( sport = :22 or dport = :4000 )'", "not src ::1", "dev = exact0", "sport ge :4000 and sport le :5500"];
    private static readonly string[] Widths = ["0", "COLUMNS=60", "80", "COLUMNS=200", "132", "COLUMNS=1000", "40"];

    /// <summary>Every table, family, state, detail and filter with every other, on a pipe, a given width and a terminal.</summary>
    public static IReadOnlyList<Invocation> Cover { get; } =
        [.. PairCover.Of(Tables, States, Details, Filters, MoreDetails, Widths, Families, Names).Select(FromWords)];

    /// <summary>What people type, and each option by itself. Help is left out: each program has its own.</summary>
    public static IReadOnlyList<Invocation> Typed { get; } = Lines(
        "", "-a", "-tan", "-tln", "-tuln", "-tulnp", "-tanp", "-tap", "-uan", "-wan", "-xan", "-xlp", "-0anep", "-0ab", "-0abO", "-0anem", "-f netlink -anep", "-f netlink -a", "-f netlink -anm",
        "-Man", "-Mani", "-ManiO", "-Manpeom", "-tani", "-tanio", "-taniO", "-taneo", "-tanm", "-tanemoip", "-uane", "-uanei", "-uanm", "-xane", "-xanpm", "-xanO", "-wane", "-wanp", "-wani",
        "-tB", "-tBn", "-tBnp", "-tBne", "-taQ", "-tanHQ", "-xanQ", "-anQp", "-tanT", "-tanTp", "-xanT", "-tan --tos", "-tan6 --tos -i", "-tan --cgroup", "-uan --cgroup -e", "-tan --inet-sockopt",
        "-tan4", "-tan6", "-an4", "-an6", "-f inet -an", "-f inet6 -anp", "-f link -an", "-f unix -an", "-f vsock -an", "-f tipc -an", "-f xdp -an", "--tipc -an --tipcinfo", "-d -an", "-S -ani",
        "-A tcp,udp -an", "-A inet,!tcp -an", "-A all -an", "-A all,!netlink -an", "-A unix_stream,unix_dgram -an", "-A u_seq -an", "-A packet -an", "-A p_raw -an", "-A p_dgr -ane", "-A netlink -an", "-A mptcp -an", "-A raw -an",
        "-s", "-s -H", "-s -tan", "-V", "-v", "--version", "--no-header -tan", "--oneline -tani", "--numeric --tcp --all", "--extended -tn", "-t -l -n", "-n sport = :22 -tl", "-tlr src 127.0.0.1",
        "-tan --no-such-prefix", "--no-head -tan", "--num -tl", "--proc -tln", "--i -tn", "--in -tan", "--net");

    /// <summary>Filters: each predicate, each operator, and how ss joins them.</summary>
    public static IReadOnlyList<Invocation> Filtered { get; } = Prefixed(
        "-tan",
        "state established", "state syn-sent", "state syn-recv", "state fin-wait-1", "state fin-wait-2", "state time-wait", "state close", "state closed", "state unconnected", "state close-wait", "state last-ack", "state listening", "state closing",
        "state all", "state connected", "state synchronized", "state bucket", "state big", "state bound-inactive", "state ESTABLISHED", "state fin-wait-1 state closing", "exclude established exclude listening", "state all exclude established",
        "sport = :22", "sport = 22", "sport == :4000", "sport eq :4000", "sport != :4000", "sport ne :4000", "sport neq :4000", "'sport > :4000'", "sport gt :4000", "'sport < :1000'", "sport lt :1000", "'sport >= :4005'", "sport geq :4005", "'sport <= :22'", "sport leq :22",
        "dport = :4000", "sport = :ssh", "sport = :https", "dport = :4000 and sport = :4001", "dport = :4000 sport = :4001", "dport = :4000 '&' sport = :4001", "sport = :22 or sport = :443", "sport = :22 '||' sport = :443", "sport = :4000 or sport = :22 and dport = :4001",
        "'( sport = :22 or sport = :80 )' and not src ::", "not sport = :4000", "'!' sport = :4000", "src 127.0.0.11", "dst 127.0.0.11:4000", "src 127.0.0.11:4000 or dst 127.0.0.12:4000", "src 127.0.0.0/8", "dst 127.0.0.8/29", "src '[::1]:6001'", "dst ::1", "src fe80::1", "src 'fe80::/10'", "src ::ffff:127.0.0.14",
        "src '*:4000'", "dst '*'", "src inet:127.0.0.13", "src inet6:::1", "dst inet:0.0.0.0/0", "dev = exact0", "dev exact0", "'dev != exact0'", "dev = lo", "dev = 5", "fwmark = 0x2a", "fwmark 42", "fwmark = 0x2/0x2", "'fwmark != 42'", "autobound", "not autobound", "cgroup = /", "'cgroup != /'",
        "src localhost", "dst 127.0.0.1", "state established '( dport = :4000 or sport = :4000 )'", "state established dst 127.0.0.12 or state listening", "sport = :4000-4002", "src = 127.0.0.11", "dport = inet:4000", "sport = :http or sport = :6000");

    /// <summary>Filters of the tables that are not TCP's.</summary>
    public static IReadOnlyList<Invocation> FilteredElsewhere { get; } = Lines(
        "-xan src '/run/*'", "-xan src '*exact*'", "-xan src unix:/run/exact.sock", "-xan dst '*'", "-xan autobound", "-xan src @idle*", "-xan 'src = /RUN/LOG'", "-xan state listening", "-xan state established", "-xan exclude established", "-xa state close",
        "-0an src link:lo", "-0an src quiet1", "-0an sport = quiet1", "-0a src 'ip:*'", "-0a sport = :quiet1", "-f netlink -an src rtnl", "-f netlink -an src rtnl:kernel", "-f netlink -an src 0:1000002", "-f netlink -an autobound", "-f netlink -an sport = 1000002",
        "-uan sport = :53", "-uan dst 127.0.0.53", "-uan state established", "-uan state close", "-ua sport = :domain", "-uan dev = exact0", "-wan src 127.0.0.1", "-wan sport = :1", "-Man sport = :7000", "-Man dst 127.0.0.15", "-an sport = :7000", "-tuan dport = :4000 or dport = :53",
        "-ltu '( src 127.0.0.1 or src 127.0.0.53 )'", "-tx state listening", "-tu state established", "-an state close-wait", "-anp state syn-sent", "-F /dev/null -tan", "-tan -F /dev/stdin", "-u -a -n sport '>=' :5353");

    /// <summary>What is typed wrong, each class of it; but for a dump that cannot be written, which releases before 7.3 do not notice.</summary>
    public static IReadOnlyList<Invocation> Wrong { get; } = Lines(
        "-Y", "--no-such-option", "-tanJ", "--numeric=3", "-f", "-f bogus", "-f inet,inet6", "-A", "-A bogus", "-A tcp,bogus", "-A tcp,!x", "-A '!bogus'", "-A ''", "-A ,", "--query", "--socket=bogus", "-N", "-N no-such-ns", "-N /no/such", "--net=no-such-ns -tan", "-D", "-F", "-F /no/such/filter -t",
        "-F /dev/null -F /dev/null -t", "state", "state bogus", "-tan state ESTAB", "-tan state LISTEN", "-tan state time_wait", "exclude", "exclude bogus", "-tan state established bogus", "-tan bogus", "-tan sport", "-tan sport =", "-tan sport = :70000", "-tan sport = :bogus", "-tan sport = :-1", "-tan sport = bogus:22", "-tan sport '=>' :22",
        "-tan dst", "-tan dst bogus.invalid", "-tan dst 1.2.3.4/33", "-tan dst 300.1.1.1", "-tan dst ::1/129", "-tan dst 1.2.3.4:bogus", "-tan 'dst != 1.2.3.4'", "-tan dst inet:bogus.invalid", "-tan dst bogus:1.2.3.4", "-tan '('", "-tan ')'", "-tan '( sport = :22'", "-tan 'sport = :22 )'", "-tan '( )'", "-tan and", "-tan sport = :22 and", "-tan sport = :22 or",
        "-tan not", "-tan not not", "-tan sport = :22 state established", "-tan dport=:22", "-tan '(sport = :22)'", "-tan dev", "-tan dev = nosuch0", "-tan fwmark", "-tan fwmark = bogus", "-tan 'fwmark > 3'", "-tan fwmark = 1/bogus", "-tan cgroup", "-tan cgroup = /no/such/cgroup", "-tan autobound = 3", "-xan sport = :22", "-xan dport = 3", "-K bogus",
        "-K state bogus", "-K sport = :bogus", "-K sport = :1", "-Z", "-z", "-tZ", "-b -t", "--bpf-maps -tan", "--bpf-map-id", "--bpf-map-id=bogus", "--bpf-map-id=1 --bpf-maps", "-tan --tipcinfo=3", "-4 -6 -tan", "-6 -4 -tan", "-4 -6 -wan", "-wMa", "-wMSda", "-6 -4 -wan", "-4 -6 -x -an", "-6 -4 -uan", "-f inet -x -an", "-f unix -t -an", "-0 -t -an", "-tan -- sport = :22", "-tan sport = :22 -n -l", "-a -l -t -n", "-l -a -t -n", "-t -E bogus", "-E -K sport = :1 bogus");

    /// <summary>Other namespaces, filters from files, and /proc in the place of the kernel's own answers.</summary>
    public static IReadOnlyList<Invocation> Elsewhere { get; } =
    [
        .. Lines(
            "-N elsewhere -tan", "-N elsewhere -tlnp", "--net=elsewhere -an", "-N elsewhere -uan", "-N elsewhere -s", "-N elsewhere -xan", "-tan -F /run/filters/two-lines", "-F /run/filters/two-lines -tan", "-tan -F /run/filters/state", "-tan -F /run/filters/empty", "-tan -F /run/filters/wrong",
            "-tan -F /run/filters/two-lines sport = :4001", "-tan --filter=/run/filters/two-lines state listening", "-tan -F - </run/filters/two-lines", "-tan -F /run"),
        .. from words in new[] { "-tan", "-tanp", "-taneo", "-tani", "-tanm", "-uan", "-uane", "-wan", "-wane", "-xan", "-xane", "-xanp", "-0an", "-0anep", "-f netlink -an", "-f netlink -anp", "-anp", "-tan4", "-tan6", "-Man", "-s", "-tan state time-wait", "-tan sport = :4000", "-xan src '*exact*'", "-ta", "-tl", "-ul", "-tB" }
           select new Invocation(words, "PROC_ROOT=/proc"),
        new("-tan", "PROC_NET_TCP=/proc/net/tcp"), new("-tan6", "PROC_NET_TCP=/proc/net/tcp PROC_NET_TCP6=/proc/net/tcp6"), new("-uan", "PROC_NET_UDP=/proc/net/udp"), new("-xan", "PROC_NET_UNIX=/proc/net/unix"), new("-wan", "PROC_NET_RAW=/proc/net/raw"), new("-0an", "PROC_NET_PACKET=/proc/net/packet"),
        new("-f netlink -an", "PROC_NET_NETLINK=/proc/net/netlink"), new("-s", "PROC_NET_SOCKSTAT=/dev/null"), new("-tan autobound", "PROC_IP_LOCAL_PORT_RANGE=/dev/null"), new("-tan", "PROC_NET_TCP=/no/such/file"), new("-tan", "TCPDIAG_FILE=/no/such/file"), new("-tan", "TCPDIAG_FILE=/dev/null"), new("-an", "PROC_ROOT=/no/such/folder"),
    ];

    /// <summary>Widths at which tables break, are spread, or fit; and what COLUMNS may hold.</summary>
    public static IReadOnlyList<Invocation> Wide { get; } =
    [
        .. from columns in new[] { 1, 20, 60, 79, 80, 81, 100, 120, 160, 250, 4000 }
           from words in new[] { "-tanp", "-tuln", "-xan", "-tani", "-taneo" }
           select new Invocation(words, Terminal: columns),
        .. from value in new[] { "0", "1", "30", "80", "120", "500", "-5", "bogus", "80x", "''", "9999" }
           select new Invocation("-tanp", "COLUMNS=" + value),
        new("-tanp", "COLUMNS=60", 100), new("-tanH", "", 100), new("-tanQ", "", 100), new("-tanO", "", 100), new("-taniO", "", 200), new("-an", "", 90), new("-s", "", 80), new("-tanoe", "COLUMNS=150"),
    ];

    private static Invocation FromWords(string[] row)
    {
        // State words come after options and before the expression; a factor that begins with COLUMNS is a variable.
        string[] options = [row[0], row[6], row[2], row[4], row[7]];
        string words = string.Join(' ', options.Append(row[1]).Append(row[3]).Where(word => word.Length > 0));
        return row[5].StartsWith("COLUMNS", StringComparison.Ordinal)
            ? new Invocation(words, row[5])
            : new Invocation(words, Terminal: int.Parse(row[5], CultureInfo.InvariantCulture));
    }

    private static Invocation[] Lines(params string[] words) => [.. words.Select(line => new Invocation(line))];

    private static Invocation[] Prefixed(string options, params string[] filters) => [.. filters.Select(filter => new Invocation($"{options} {filter}"))];
}
