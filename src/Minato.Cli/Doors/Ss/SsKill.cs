using System;
using System.Collections.Generic;
using Minato.Actions;
using Minato.Cli.Terminal;
using Minato.Model;

namespace Minato.Cli.Doors.Ss;

/// <summary>-K: closes the sockets that would be listed, and lists those that it closed.</summary>
internal static class SsKill
{
    /// <param name="program">What the user typed to get here, for messages.</param>
    /// <param name="words">The words after it.</param>
    /// <param name="request">What the command line asks for.</param>
    /// <param name="isDryRun">Whether to list only.</param>
    public static int Run(string program, string[] words, SsRequest request, bool isDryRun)
    {
        using SsListing listing = new(request);
        using SocketDestroyer destroyer = new();
        KillSink sink = new(listing, isDryRun ? null : destroyer, request);
        SocketReport report = SocketInspector.Read(request.Query, sink);
        int code = listing.End(program, words, report);
        foreach (string line in sink.Describe()) Message.Error(sink.IsExact ? line : program + ": " + line);
        return code == ExitCode.Done && !sink.IsExact && sink.IsUnfinished ? ExitCode.No : code;
    }

    /// <summary>Which of the words do not go together, or null. ss takes them all.</summary>
    public static string? Clash(SsArgs args, SsRequest request)
    {
        if (args.Release is not null) return null;
        bool kills = args.Has(SsOption.Kill);
        if (args.Has(SsOption.DryRun) && !kills) return "--dry-run belongs to -K";
        if (kills && args.Has(SsOption.Events)) return "-K closes what is open, and -E shows what is closed: not both";
        return kills && request.Query.DumpFile is not null ? "-K closes no socket of a file: TCPDIAG_FILE is set" : null;
    }

    /// <summary>Why Minato does not close what the words select although ss would, or null.</summary>
    /// <param name="hasFilter">Whether anything says which sockets are meant.</param>
    /// <param name="mix">Two ways to read the filter, or null.</param>
    public static string? Refusal(bool hasFilter, (string Read, string Other)? mix)
    {
        if (!hasFilter)
            return "-K without a filter would close every socket in the list: say which (dst 192.0.2.1, sport = :8080, state close-wait); --exact closes them all, as ss does";
        return mix is { } two ? "-K with a filter that can be read in two ways: write " + two.Read + " or " + two.Other : null;
    }

    private sealed class KillSink(SsListing listing, SocketDestroyer? destroyer, SsRequest request) : ISocketConsumer
    {
        private readonly bool _isExact = request.Columns.Release is not null;
        private readonly bool _isFile = request.Query.DumpFile is not null;
        private SocketEntry[] _shown = [];
        private Transport? _refused;
        private long _unsupported;
        private long _nameless;
        private long _stayed;
        private long _disconnected;
        private string? _refusal;

        public bool IsExact => _isExact;

        /// <summary>Whether a socket that could be closed was not.</summary>
        public bool IsUnfinished => _refusal is not null || _unsupported + _nameless > 0 || _stayed > 0;

        public bool Accept(SocketBatch batch)
        {
            if (_shown.Length < batch.Entries.Length) _shown = new SocketEntry[batch.Entries.Length];
            int count = 0;
            foreach (ref readonly SocketEntry row in batch.Entries)
            {
                if (IsShown(in row)) _shown[count++] = row;
            }

            bool wantsMore = listing.Accept(batch.Only(_shown.AsSpan(0, count)));
            return wantsMore && (_isExact || _refusal is null);
        }

        public List<string> Describe()
        {
            List<string> lines = [];
            if (_refusal is not null) lines.Add(_isExact ? "SOCK_DESTROY answers: " + _refusal : Refused());
            if (_isExact) return lines;
            if (_unsupported > 0) lines.Add(Count(_unsupported) + " could not be closed: this kernel closes none of their kind (it needs CONFIG_INET_DIAG_DESTROY)");
            if (_nameless > 0) lines.Add(Count(_nameless) + " could not be closed: /proc/net does not tell them from what may have their addresses by now (needs netlink as the source)");
            if (_stayed > 0) lines.Add(Count(_stayed) + " still there after the kernel said that it closed them");
            if (_disconnected > 0) lines.Add(Count(_disconnected) + " of UDP stay open with their port: the kernel took away the peer and told the process");
            return lines;
        }

        private string Refused() => "the kernel closes no socket: " + _refusal +
            (destroyer!.LacksPrivilege ? " (needs root or CAP_NET_ADMIN: sudo)" : "");

        private bool IsShown(in SocketEntry row)
        {
            // ss lists, but leaves alone, whatever is no internet socket or comes from a file.
            if (row.Family > SocketFamily.Inet6 || (_isFile && row.Transport == Transport.Tcp)) return _isExact;
            if (destroyer is null) return true;
            if (_refused == row.Transport) return false;
            switch (destroyer.Destroy(in row))
            {
                case DestroyResult.Closed:
                    if (!_isExact) Check(in row);
                    return true;
                case DestroyResult.Refused:
                    // In ss a refusal ends the table, not those after it.
                    _refused = row.Transport;
                    _refusal = destroyer.Reason;
                    return false;
                case DestroyResult.Unsupported when row.Transport is Transport.Tcp or Transport.Udp:
                    _unsupported++;
                    return false;
                case DestroyResult.Nameless:
                    _nameless++;
                    return false;
                default:
                    return false;
            }
        }

        private void Check(in SocketEntry row)
        {
            if (!destroyer!.IsListed(in row, out SocketState state)) return;
            if (row.Transport == Transport.Udp && state == SocketState.Closed) _disconnected++;
            else _stayed++;
        }

        private static string Count(long sockets) => sockets == 1 ? "1 socket" : sockets + " sockets";
    }
}
