namespace Minato.Model;

/// <summary>One group of a <see cref="CounterTable"/>, like <c>Tcp</c> or <c>Icmp6</c>.</summary>
/// <param name="NameStart">Where the name begins in the table.</param>
/// <param name="NameLength">The name's bytes.</param>
/// <param name="First">Its first counter.</param>
/// <param name="Count">How many it has.</param>
internal readonly record struct CounterGroup(int NameStart, int NameLength, int First, int Count);
