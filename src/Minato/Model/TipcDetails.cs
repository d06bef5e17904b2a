namespace Minato.Model;

/// <summary>What a TIPC socket has beside its row.</summary>
/// <param name="Congestion">What it waits for.</param>
/// <param name="Dropped">Messages dropped.</param>
/// <param name="HasPublication">Whether it is bound to a service.</param>
/// <param name="Via">The service by which its connection was made; null when it was made by address, or there is none.</param>
public readonly record struct TipcDetails(TipcCongestion Congestion, uint Dropped, bool HasPublication, TipcName? Via);

/// <summary>What a TIPC socket that cannot send waits for.</summary>
public enum TipcCongestion
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A link to another node.</summary>
    Link,

    /// <summary>The other end.</summary>
    Connection,
}

/// <summary>An address of a TIPC service.</summary>
/// <param name="Type">The service.</param>
/// <param name="Instance">Which of it.</param>
public readonly record struct TipcName(uint Type, uint Instance);
