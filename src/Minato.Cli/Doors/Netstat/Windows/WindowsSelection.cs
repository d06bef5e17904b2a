using Minato.Model;
using Minato.Rendering.Netstat.Windows;

namespace Minato.Cli.Doors.Netstat.Windows;

/// <summary>What a Windows netstat command line asks of the sockets.</summary>
internal static class WindowsSelection
{
    public static SocketQuery Of(WindowsArgs args)
    {
        WindowsProtocols protocols = args.Protocol == WindowsProtocols.None ? WindowsProtocols.Ports : args.Protocol;
        return new SocketQuery
        {
            Transports = Transports(protocols, args),
            Families = Families(protocols),
            States = States(args),
            Fields = args.Has(WindowsOption.TimeInState) ? SocketFields.Interface | SocketFields.Timer : SocketFields.Interface,
            Owners = ShowsOwners(args) ? OwnerSearch.First : OwnerSearch.None,
            OwnerNaming = OwnerNaming.Program,
            OwnerPreference = DoorEnvironment.Owners,
            Source = DoorEnvironment.Source,
            ProcRoot = DoorEnvironment.ProcRoot(null),
            FamiliesApart = true,
            Order = TableOrder.Netstat,
        };
    }

    /// <summary>Whether a process is shown beside its sockets.</summary>
    public static bool ShowsOwners(WindowsArgs args) => args.Has(WindowsOption.ProcessId) || args.Has(WindowsOption.Executable);

    // -q shows all that -a does, and more.
    private static bool IsAll(WindowsArgs args) => args.Has(WindowsOption.All) || args.Has(WindowsOption.Bound);

    // UDP has no connections: it is shown with all ports.
    private static Transports Transports(WindowsProtocols protocols, WindowsArgs args)
    {
        Transports transports = Model.Transports.None;
        if ((protocols & (WindowsProtocols.Tcp | WindowsProtocols.Tcp6)) != 0) transports |= Model.Transports.Tcp;
        bool showsUdp = IsAll(args) && !args.Has(WindowsOption.Template);
        if (showsUdp && (protocols & (WindowsProtocols.Udp | WindowsProtocols.Udp6)) != 0) transports |= Model.Transports.Udp;
        return transports;
    }

    private static IpFamilies Families(WindowsProtocols protocols)
    {
        IpFamilies families = IpFamilies.None;
        if ((protocols & (WindowsProtocols.Tcp | WindowsProtocols.Udp)) != 0) families |= IpFamilies.V4;
        if ((protocols & (WindowsProtocols.Tcp6 | WindowsProtocols.Udp6)) != 0) families |= IpFamilies.V6;
        return families;
    }

    private static StateSet States(WindowsArgs args)
    {
        if (args.Has(WindowsOption.Bound)) return StateSet.All;
        StateSet all = StateSet.All.Without(StateSet.Of(SocketState.BoundInactive));
        return IsAll(args) ? all : all.Without(StateSet.Listening);
    }
}
