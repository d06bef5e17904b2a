namespace Minato.Model;

/// <summary>One counter of a <see cref="CounterTable"/>: where its name lies there, and its number.</summary>
/// <param name="NameStart">Where the name begins in the table.</param>
/// <param name="NameLength">The name's bytes.</param>
/// <param name="Value">The number; what the kernel counts above 2^63 is kept in two's complement.</param>
internal readonly record struct Counter(int NameStart, int NameLength, long Value);
