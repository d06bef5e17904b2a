using System;

namespace Minato.Cli.Doors;

/// <summary>Which names stand for numbers in a door's table.</summary>
[Flags]
internal enum NameKinds
{
    None = 0,

    /// <summary>Port names, but for ports of the ephemeral range: ss leaves those as numbers.</summary>
    Services = 1,

    /// <summary>Port names also in the ephemeral range, as netstat does.</summary>
    EphemeralServices = 2,

    /// <summary>Host names.</summary>
    Hosts = 4,

    /// <summary>User names.</summary>
    Users = 8,
}
