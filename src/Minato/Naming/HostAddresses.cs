using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Minato.Interop.Linux.Libc;

namespace Minato.Naming;

/// <summary>
/// Host name → addresses, from /etc/hosts and then the name servers of /etc/resolv.conf with its search list. All waiting
/// together has one bound.
/// </summary>
internal sealed class HostAddresses(
    string hostsPath = HostsFile.DefaultPath,
    string resolvConfPath = NameServer.DefaultPath,
    ushort serverPort = HostNames.DomainPort,
    int budgetMs = HostNames.BudgetMs)
{
    // How long one server's answer is awaited before the next is asked.
    private const int PatienceMs = 700;
    private const int ReplySize = 4096;

    private readonly Stopwatch _waited = new();

    /// <summary>Adds the host's addresses, IPv4 first. Gives whether every server had the time to answer.</summary>
    public bool Find(string host, bool wantsV4, bool wantsV6, List<HostAddress> addresses)
    {
        ReadHosts(host, wantsV4, wantsV6, addresses);
        if (addresses.Count > 0) return true;

        // RFC 6761 §6.3: nobody else's to tell.
        if (host.TrimEnd('.') is var plain && (plain == "localhost" || plain.EndsWith(".localhost", StringComparison.Ordinal)))
        {
            if (wantsV4) addresses.Add(new HostAddress([127, 0, 0, 1]));
            if (wantsV6) addresses.Add(new HostAddress([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]));
            return true;
        }

        _waited.Start();
        bool isInTime = Ask(host, wantsV4, wantsV6, addresses);
        _waited.Stop();
        return isInTime;
    }

    private void ReadHosts(string host, bool wantsV4, bool wantsV6, List<HostAddress> addresses)
    {
        byte[] wanted = Encoding.UTF8.GetBytes(host);
        ReadOnlySpan<byte> text = NameFile.Read(hostsPath);
        List<HostAddress> v6 = [];
        FieldReader reader = new(text);
        while (reader.NextLine())
        {
            if (!reader.NextField(out Range field)) continue;
            Range address = field;
            while (reader.NextField(out field))
            {
                if (!Ascii.EqualsIgnoreCase(text[field], wanted)) continue;
                if (!HostAddress.TryParse(text[address], out HostAddress found)) break;

                // As in glibc, a line for ::1 names 127.0.0.1 too.
                HostAddress asV4 = found.IsV4 || !found.IsLoopback ? found : new HostAddress([127, 0, 0, 1]);
                if (wantsV4 && asV4.IsV4 && !addresses.Contains(asV4)) addresses.Add(asV4);
                if (wantsV6 && !found.IsV4 && !v6.Contains(found)) v6.Add(found);
                break;
            }
        }

        addresses.AddRange(v6);
    }

    // A name without a dot is one of the own domain's first; so does every resolver with "ndots:1".
    private bool Ask(string host, bool wantsV4, bool wantsV6, List<HostAddress> addresses)
    {
        List<NameServer> servers = NameServer.Read(resolvConfPath);
        List<string> candidates = [];
        bool isWhole = host.EndsWith('.');
        bool hasDot = host.Contains('.', StringComparison.Ordinal);
        if (hasDot) candidates.Add(host);
        if (!isWhole) candidates.AddRange(NameServer.ReadSearch(resolvConfPath).ConvertAll(domain => host + "." + domain));
        if (!hasDot) candidates.Add(host);

        bool isInTime = true;
        foreach (string candidate in candidates)
        {
            isInTime = AskServers(servers, candidate, wantsV4, wantsV6, addresses);
            if (addresses.Count > 0 || !isInTime) break;
        }

        return isInTime;
    }

    private bool AskServers(List<NameServer> servers, string host, bool wantsV4, bool wantsV6, List<HostAddress> addresses)
    {
        for (int attempt = 0; attempt < 2 * servers.Count && _waited.ElapsedMilliseconds < budgetMs; attempt++)
        {
            using DnsSocket socket = new(servers[attempt % servers.Count], serverPort);
            List<HostAddress> v6 = [];
            bool isAnswer = (!wantsV4 || AskOne(socket, host, isV6: false, addresses)) && (!wantsV6 || AskOne(socket, host, isV6: true, v6));
            addresses.AddRange(v6);
            if (isAnswer || addresses.Count > 0) return true;
        }

        return servers.Count == 0;
    }

    // Whether the server answered, be it that there is nothing.
    private bool AskOne(DnsSocket socket, string host, bool isV6, List<HostAddress> addresses)
    {
        ushort id = 0;

        // Without a number that nobody can guess, anybody could answer.
        if (GetRandom.Call(MemoryMarshal.AsBytes(new Span<ushort>(ref id))) != 0) return false;
        Span<byte> query = stackalloc byte[DnsHostCodec.MaxQuerySize];
        int length = DnsHostCodec.WriteQuery(query, id, host, isV6);
        if (length == 0) return true;
        query = query[..length];
        if (socket.IsLost || !socket.Send(query)) return false;

        byte[] reply = new byte[ReplySize];
        long end = Math.Min(budgetMs, _waited.ElapsedMilliseconds + PatienceMs);
        for (long now; (now = _waited.ElapsedMilliseconds) < end && !socket.IsLost;)
        {
            if (!Poll.WaitReadable(socket.Handle, (int)(end - now))) continue;
            int size = socket.Receive(reply);
            if (size == 0) continue;
            switch (DnsHostCodec.ReadReply(reply.AsSpan(0, size), query, addresses))
            {
                case DnsReply.Named or DnsReply.NoName:
                    return true;
                case DnsReply.Failed:
                    return false;
            }
        }

        return false;
    }
}
