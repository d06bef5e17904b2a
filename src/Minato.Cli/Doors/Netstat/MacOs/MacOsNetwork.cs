using System;
using System.Text;
using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Model.Network;
using Minato.Statistics;

namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>What the sections about interfaces, routes and groups have in common.</summary>
internal static class MacOsNetwork
{
    /// <summary>The families of <c>-f</c>.</summary>
    public static IpFamilies Families(MacOsArgs args) => args.Family switch
    {
        MacOsFamily.Any => IpFamilies.Both,
        MacOsFamily.Inet => IpFamilies.V4,
        MacOsFamily.Inet6 => IpFamilies.V6,
        _ => IpFamilies.None,
    };

    /// <summary>The interfaces of this machine.</summary>
    public static InterfaceEntry[] Interfaces(IpFamilies addresses, out SocketReport report) =>
        InterfaceSource.Read(DoorEnvironment.ProcRoot(null), addresses, out report);

    /// <summary>The bytes of the interface that <c>-I</c> names; null when it names none.</summary>
    public static byte[]? Name(MacOsArgs args) => args.Interface is { } name ? Encoding.UTF8.GetBytes(name) : null;

    /// <summary>The interface of that name, or null.</summary>
    public static InterfaceEntry? Find(InterfaceEntry[] interfaces, ReadOnlySpan<byte> name)
    {
        foreach (InterfaceEntry entry in interfaces)
        {
            if (name.SequenceEqual(entry.Name)) return entry;
        }

        return null;
    }

    /// <summary>Says that there is no such interface.</summary>
    public static int Miss(string program, MacOsArgs args, bool wasThere)
    {
        string name = Printable(args.Interface!);
        Message.Error(program + ": " + (wasThere ? "the interface '" + name + "' has gone" : "there is no interface '" + name + "'"));
        return ExitCode.No;
    }

    private static string Printable(string word)
    {
        char[] text = word.ToCharArray();
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i])) text[i] = '?';
        }

        return new string(text);
    }
}
