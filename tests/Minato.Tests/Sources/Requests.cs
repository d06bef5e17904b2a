using Minato.Model;
using Minato.Sources;

namespace Minato.Tests.Sources;

/// <summary>Table requests that tests vary with <c>with</c>.</summary>
internal static class Requests
{
    /// <summary>One dump of one family.</summary>
    public static TableRequest Tcp4 { get; } = new(
        SocketTable.Tcp, IpFamilies.V4, Transports.All, StateSet.All, SocketFields.None, FamiliesApart: false, NetNamespace: 0);

    public static TableRequest Tcp { get; } = Tcp4 with { Families = IpFamilies.Both };

    public static TableRequest Unix { get; } = Tcp4 with { Table = SocketTable.Unix };
}
