using System;
using System.Collections.Generic;

namespace Minato.Naming;

/// <summary>/etc/hosts: "address  name  alias…  # comment". The first name of an address counts.</summary>
internal static class HostsFile
{
    internal const string DefaultPath = "/etc/hosts";

    /// <summary>Adds the file's names until <paramref name="names"/> holds <paramref name="limit"/> addresses.</summary>
    internal static void Read(string path, Dictionary<HostAddress, byte[]> names, int limit)
    {
        ReadOnlySpan<byte> text = NameFile.Read(path);
        FieldReader reader = new(text);
        while (names.Count < limit && reader.NextLine())
        {
            if (!reader.NextField(out Range address) || !reader.NextField(out Range name)) continue;
            // Block lists hold many thousand lines of 0.0.0.0: that is no host.
            if (!HostAddress.TryParse(text[address], out HostAddress host) || host.IsUnspecified) continue;
            if (!names.ContainsKey(host)) names.Add(host, text[name].ToArray());
        }
    }
}
