using System;
using System.Collections.Generic;
using System.Text;
using Minato.Interop.Linux.Libc;

namespace Minato.Naming;

/// <summary>A <c>nameserver</c> line of /etc/resolv.conf. The scope is the interface of a link-local address, or 0.</summary>
internal readonly record struct NameServer(HostAddress Address, uint Scope)
{
    internal const string DefaultPath = "/etc/resolv.conf";

    // resolv.h: MAXNS. Lines beyond it are ignored, as by every resolver.
    private const int MaxServers = 3;

    // resolv.h: MAXDNSRCH.
    private const int MaxSearch = 6;

    /// <summary>The servers in the file's order; none when it names none or cannot be read.</summary>
    internal static List<NameServer> Read(string path)
    {
        List<NameServer> servers = [];
        ReadOnlySpan<byte> text = NameFile.Read(path);
        FieldReader reader = new(text);
        while (servers.Count < MaxServers && reader.NextLine())
        {
            if (!reader.NextField(out Range keyword) || !text[keyword].SequenceEqual("nameserver"u8)) continue;
            if (reader.NextField(out Range field) && TryParse(text[field], out NameServer server)) servers.Add(server);
        }

        return servers;
    }

    /// <summary>The domains of the last <c>search</c> or <c>domain</c> line, in which a name may stand.</summary>
    internal static List<string> ReadSearch(string path)
    {
        List<string> domains = [];
        ReadOnlySpan<byte> text = NameFile.Read(path);
        FieldReader reader = new(text);
        while (reader.NextLine())
        {
            if (!reader.NextField(out Range keyword)) continue;
            if (!text[keyword].SequenceEqual("search"u8) && !text[keyword].SequenceEqual("domain"u8)) continue;
            domains.Clear();
            while (domains.Count < MaxSearch && reader.NextField(out Range domain)) domains.Add(Encoding.UTF8.GetString(text[domain]));
        }

        return domains;
    }

    // "192.0.2.1", "2001:db8::1", "fe80::1%eth0".
    private static bool TryParse(ReadOnlySpan<byte> text, out NameServer server)
    {
        int percent = text.IndexOf((byte)'%');
        uint scope = percent < 0 ? 0 : IfNameToIndex.Call(text[(percent + 1)..]);
        bool parsed = HostAddress.TryParse(percent < 0 ? text : text[..percent], out HostAddress address);
        server = new NameServer(address, scope);
        return parsed;
    }
}
