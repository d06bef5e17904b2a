using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;

namespace Minato.Naming;

/// <summary>Asks name servers for the names of many addresses at once, and never waits beyond a given time.</summary>
internal sealed class PtrLookup : IDisposable
{
    // Queries under way at one time: enough to hide the way to a server, too few to flood a home router.
    private const int Window = 64;

    // How long an answer is awaited before the next server is asked, and again before the address stays a number.
    private const int PatienceMs = 700;

    // Datagrams taken from a server before the clock is looked at again.
    private const int Drain = 2 * Window;

    // Without EDNS a reply has 512 bytes at most; some servers send more.
    private const int ReplySize = 4096;

    private readonly List<DnsSocket> _servers;
    private readonly SafeFd[] _handles;
    private readonly List<PtrQuestion> _open = new(Window);
    private readonly byte[] _reply = new byte[ReplySize];
    private int _preferred;

    public PtrLookup(List<NameServer> servers, ushort port)
    {
        _servers = servers.ConvertAll(server => new DnsSocket(server, port));
        _handles = [.. _servers.ConvertAll(static server => server.Handle)];
    }

    /// <summary>Adds to <paramref name="names"/> what comes before the clock shows <paramref name="end"/> milliseconds.</summary>
    public void Resolve(List<HostAddress> wanted, Dictionary<HostAddress, byte[]> names, Stopwatch clock, long end)
    {
        int next = 0;
        for (long now; (now = clock.ElapsedMilliseconds) < end;)
        {
            while (_open.Count < Window && next < wanted.Count) AskFirst(wanted[next++], now);
            if (_open.Count == 0) break;

            long due = end;
            foreach (PtrQuestion question in _open) due = Math.Min(due, DueOf(question));
            Poll.WaitAnyReadable(_handles, (int)(due - now));
            for (int server = 0; server < _servers.Count; server++) Collect(server, names);
            AskOverdueAgain(clock.ElapsedMilliseconds);
        }

        _open.Clear();
    }

    public void Dispose()
    {
        foreach (DnsSocket server in _servers) server.Dispose();
    }

    private void AskFirst(HostAddress address, long now)
    {
        ushort id = 0;
        // Without a number that nobody can guess, anybody could answer.
        if (GetRandom.Call(MemoryMarshal.AsBytes(new Span<ushort>(ref id))) != 0) return;
        Ask(new PtrQuestion { Address = address, Id = id }, _preferred, now);
    }

    // Sends a question to the first server from `server` on that can be reached; without one, the address stays a number.
    private void Ask(PtrQuestion question, int server, long now)
    {
        Span<byte> query = stackalloc byte[DnsPtrCodec.MaxQuerySize];
        query = query[..DnsPtrCodec.WriteQuery(query, question.Id, question.Address)];
        for (int tried = 0; tried < _servers.Count; tried++)
        {
            question.Server = (server + tried) % _servers.Count;
            DnsSocket socket = _servers[question.Server];
            if (socket.IsLost || !socket.Send(query)) continue;
            question.Asked |= 1 << question.Server;
            question.Due = now + PatienceMs;
            _open.Add(question);
            return;
        }
    }

    private void Collect(int server, Dictionary<HostAddress, byte[]> names)
    {
        for (int taken = 0; taken < Drain; taken++)
        {
            int size = _servers[server].Receive(_reply);
            if (size == 0) return;
            Take(_reply.AsSpan(0, size), server, names);
        }
    }

    private void Take(ReadOnlySpan<byte> reply, int server, Dictionary<HostAddress, byte[]> names)
    {
        if (!BinaryPrimitives.TryReadUInt16BigEndian(reply, out ushort id)) return;
        Span<byte> query = stackalloc byte[DnsPtrCodec.MaxQuerySize];
        Span<byte> name = stackalloc byte[DnsPtrCodec.MaxNameSize];
        for (int i = 0; i < _open.Count; i++)
        {
            PtrQuestion question = _open[i];
            if (question.Id != id || (question.Asked & (1 << server)) == 0) continue;
            int size = DnsPtrCodec.WriteQuery(query, id, question.Address);
            DnsReply answer = DnsPtrCodec.ReadReply(reply, query[..size], name, out int length);
            if (answer == DnsReply.NotOurs) continue;

            // A server that was given up may fail late, while another one still works on the answer.
            if (answer == DnsReply.Failed && question.Server != server) return;
            if (answer == DnsReply.Named) names[question.Address] = name[..length].ToArray();
            if (answer == DnsReply.Failed && _servers.Count > 1 && !question.IsRetry) _open[i] = question with { Due = 0 };
            else Close(i);
            return;
        }
    }

    private void AskOverdueAgain(long now)
    {
        for (int i = _open.Count - 1; i >= 0; i--)
        {
            PtrQuestion question = _open[i];
            if (DueOf(question) > now) continue;
            bool lost = _servers[question.Server].IsLost;
            Close(i);
            if (question.IsRetry && !lost) continue;

            // The next questions need not wait for the same server.
            int other = (question.Server + 1) % _servers.Count;
            if (question.Server == _preferred) _preferred = other;
            // A server that cannot be reached took no time, so that it does not count as the one retry.
            Ask(question with { IsRetry = question.IsRetry || !lost }, other, now);
        }
    }

    // Nothing more is to be awaited from a server that cannot be reached.
    private long DueOf(PtrQuestion question) => _servers[question.Server].IsLost ? 0 : question.Due;

    private void Close(int index)
    {
        _open[index] = _open[^1];
        _open.RemoveAt(_open.Count - 1);
    }
}
