using System;

namespace Minato.Model;

/// <summary>A set of socket states: bit N stands for the state numbered N.</summary>
public readonly struct StateSet(uint mask) : IEquatable<StateSet>
{
    /// <summary>Every state.</summary>
    public static StateSet All { get; } = new(0x3FFE);

    /// <summary>What waits for others: listeners, and unconnected UDP, raw and UNIX sockets.</summary>
    public static StateSet Listening { get; } = Of(SocketState.Listen) | Of(SocketState.Closed);

    /// <summary>Everything that has, or is about to have, a peer: all but listeners, unconnected, TIME-WAIT, SYN-RECEIVED and idle bound sockets.</summary>
    public static StateSet Connected { get; } = All.Without(
        Listening | Of(SocketState.TimeWait) | Of(SocketState.SynReceived) | Of(SocketState.NewSynReceived) | Of(SocketState.BoundInactive));

    /// <summary>Bit N stands for the state numbered N.</summary>
    public uint Mask { get; } = mask;

    /// <summary>Whether no state is in the set.</summary>
    public bool IsEmpty => Mask == 0;

    /// <summary>Whether exactly one state is in the set.</summary>
    public bool IsSingle => uint.IsPow2(Mask);

    /// <summary>The set of one state.</summary>
    public static StateSet Of(SocketState state) => new(1u << (int)state);

    /// <summary>The states of either set.</summary>
    public static StateSet operator |(StateSet left, StateSet right) => new(left.Mask | right.Mask);

    /// <summary>The states of both sets.</summary>
    public static StateSet operator &(StateSet left, StateSet right) => new(left.Mask & right.Mask);

    /// <summary>Whether the sets are the same.</summary>
    public static bool operator ==(StateSet left, StateSet right) => left.Mask == right.Mask;

    /// <summary>Whether the sets differ.</summary>
    public static bool operator !=(StateSet left, StateSet right) => left.Mask != right.Mask;

    /// <summary>The states of either set.</summary>
    public static StateSet BitwiseOr(StateSet left, StateSet right) => left | right;

    /// <summary>The states of both sets.</summary>
    public static StateSet BitwiseAnd(StateSet left, StateSet right) => left & right;

    /// <summary>This set less the other's states.</summary>
    public StateSet Without(StateSet other) => new(Mask & ~other.Mask);

    /// <summary>Whether the state is in the set.</summary>
    public bool Contains(SocketState state) => (Mask >> (int)state & 1) != 0;

    /// <inheritdoc/>
    public bool Equals(StateSet other) => Mask == other.Mask;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StateSet other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Mask;
}
