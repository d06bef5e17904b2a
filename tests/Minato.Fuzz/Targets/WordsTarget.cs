using System;
using System.Collections.Generic;
using System.Text;
using Minato.Cli.Doors.Ss;
using Minato.Filter;
using Minato.Filter.Kernel;
using Minato.Model;
using Minato.Rendering.Ss;

namespace Minato.Fuzz.Targets;

/// <summary>
/// The words of an ss command line, one a line: options, and a filter. The first byte says under which release. A filter that
/// parses is asked about sockets, and its text must parse to the same decisions.
/// </summary>
internal sealed class WordsTarget : Target, IFilterNames
{
    private static readonly SsRelease?[] Releases = [null, SsRelease.V6_1, SsRelease.V6_15, SsRelease.V7_3];
    private static readonly SocketEntry[] Sockets = [Socket(22, 4000), Socket(443, 0), Socket(0, 65535)];

    public (int First, int Last) EphemeralPorts => (32768, 60999);

    public override IEnumerable<byte[]> Seeds()
    {
        string[] lines =
        [
            "-tan", "-tulnp\n-e\n-m\n--info", "-A\ntcp,!udp,unix", "-f\ninet6\n-s", "-N\nx\n-H", "--query=all\n--dry-run", "-t\nstate\nestablished\nsport\n=\n:22",
            "dst\n10.0.0.0/8:443", "( sport = :22 or sport = :33 ) and not dport > :44", "src\n[::1]:80", "dev\n=\neth0", "autobound\nor\nfwmark\n=\n0x1/0xff", "cgroup\n=\n/a",
            "state\nlistening\nexclude\nclosed", "proc = ssh* and rtt > 100ms", "sendq > 1MiB or scope = private", "host 127.0.0.1", "dst unix:/run/*", "src vsock:2:5", "src netlink:route:-1",
            "pid = 5 or uid = 0 or user = root or inode = 7", "port = :80", "! ! sport = :1",
        ];
        foreach (string line in lines)
        {
            yield return [0, .. Encoding.UTF8.GetBytes(line)];
            yield return [3, .. Encoding.UTF8.GetBytes(line)];
        }
    }

    public override void Run(ReadOnlySpan<byte> input)
    {
        if (input.IsEmpty) return;
        SsRelease? release = Releases[input[0] % Releases.Length];
        string[] words = Encoding.UTF8.GetString(input[1..]).Split('\n');
        SsArgs args = SsArgs.Parse(words, release);
        if (args.Error is not null) _ = args.Error.Describe("ss", words);
        SsSelection selection = new(release);
        foreach (TypedOption option in args.Options) selection.Take(option.Option, option.Value);
        selection.Settle();

        FilterGrammar grammar = release is null ? (input[0] >= 128 ? FilterGrammar.Native : FilterGrammar.Ss) : FilterGrammar.SsExact;
        Ask([.. args.Filter], grammar);
        Ask(words, grammar);
    }

    public HostLookup FindHost(string name, SocketFamily? family, List<IpAddr> addresses)
    {
        if (name != "localhost") return HostLookup.NotFound;
        addresses.Add(IpAddr.V4(0x7F000001));
        return HostLookup.Found;
    }

    public bool TryFindService(string name, bool isUdp, out ushort port) => (port = (ushort)(name == "ssh" ? 22 : 0)) != 0;

    public bool TryFindInterface(string name, out uint index) => (index = name == "eth0" ? 2u : 0) != 0;

    public bool TryFindUser(string name, out uint uid)
    {
        uid = 0;
        return name == "root";
    }

    public bool TryFindCgroup(string path, bool isAnyFile, out ulong id) => (id = path == "/a" ? 9u : 0) != 0;

    public bool TryFindNetNamespace(string name, out ulong inode) => (inode = name == "blue" ? 9u : 0) != 0;

    public bool TryFindNetlinkProtocol(string name, out byte number) => (number = (byte)(name == "route" ? 1 : 0)) != 0;

    public bool TryFindLinkProtocol(string name, out ushort number) => (number = (ushort)(name == "ip" ? 0x800 : 0)) != 0;

    private static SocketEntry Socket(ushort local, ushort peer)
    {
        SocketEntry row = new() { Transport = Transport.Tcp, Family = SocketFamily.Inet, State = SocketState.Established };
        row.LocalEnd = new Endpoint(IpAddr.V4(0x7F000001), local);
        row.PeerEnd = new Endpoint(IpAddr.V4(0x0A000001), peer);
        return row;
    }

    private void Ask(string[] words, FilterGrammar grammar)
    {
        FilterParse parse = FilterText.Parse(words, new FilterContext { Grammar = grammar, Names = this });
        if (parse.Filter is not { } filter) return;
        _ = filter.Text;
        SocketBatch batch = new(Sockets, null, null);
        foreach (ref readonly SocketEntry row in Sockets.AsSpan())
        {
            bool passes = filter.Matches(in row, in batch);
            if (passes && !filter.MayMatch(in row, in batch)) throw new InvalidOperationException("what matches must be possible: " + filter.Text);
        }

        if (filter.Kernel is { } kernel && kernel.Program.Length > 0 && !KernelVerifier.IsValid(kernel.Program.Span))
            throw new InvalidOperationException("the kernel would refuse the program of: " + filter.Text);
    }
}
