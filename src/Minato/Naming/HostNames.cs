using System;
using System.Collections.Generic;
using System.Diagnostics;

namespace Minato.Naming;

/// <summary>
/// Address → host name, from /etc/hosts and then the name servers of /etc/resolv.conf. A batch says what it wants, settles
/// once, and finds the names; what has no name in time stays a number. All waiting of a run together has one bound, so that
/// a dead name server costs two seconds and not two per address.
/// </summary>
internal sealed class HostNames(
    string hostsPath = HostsFile.DefaultPath,
    string resolvConfPath = NameServer.DefaultPath,
    ushort serverPort = HostNames.DomainPort,
    int budgetMs = HostNames.BudgetMs) : IDisposable
{
    internal const ushort DomainPort = 53;
    internal const int BudgetMs = 2000;

    // Bounds of memory: names of /etc/hosts, and addresses known in all (with no name too).
    private const int MaxHosts = 16_384;
    private const int MaxKnown = 2 * MaxHosts;

    private readonly List<HostAddress> _wanted = [];
    private readonly Stopwatch _waited = new();
    private Dictionary<HostAddress, byte[]>? _names;
    private PtrLookup? _lookup;

    /// <summary>Notes an address (4 or 16 bytes in network order) whose name the batch will print.</summary>
    public void Want(scoped ReadOnlySpan<byte> address)
    {
        HostAddress host = new(address);
        if (host.IsUnspecified) return;
        if (_names is null) HostsFile.Read(hostsPath, _names = [], MaxHosts);

        // The name of the own host is nobody else's to tell.
        if (host.IsLoopback || _names.Count >= MaxKnown) return;
        if (_names.TryAdd(host, [])) _wanted.Add(host);
    }

    /// <summary>Looks up what is wanted and not yet known, while the run's time lasts.</summary>
    public void Settle()
    {
        if (_wanted.Count == 0 || _names is null) return;
        _waited.Start();
        _lookup ??= new PtrLookup(NameServer.Read(resolvConfPath), serverPort);
        _lookup.Resolve(_wanted, _names, _waited, budgetMs);
        _waited.Stop();
        _wanted.Clear();
    }

    public bool TryFind(scoped ReadOnlySpan<byte> address, out ReadOnlySpan<byte> name)
    {
        byte[]? found = null;
        bool known = _names is not null && _names.TryGetValue(new HostAddress(address), out found);
        name = found;
        return known && name.Length != 0;
    }

    public void Dispose() => _lookup?.Dispose();
}
