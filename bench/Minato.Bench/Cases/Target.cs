namespace Minato.Bench.Cases;

/// <summary>A ratio that must not be passed, and the one that is aimed at.</summary>
internal readonly record struct Target(double Must, double? Aim = null);
