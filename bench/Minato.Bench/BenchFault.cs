using System;

namespace Minato.Bench;

/// <summary>A measurement that cannot be made; the message says what failed and what would help.</summary>
internal sealed class BenchFault(string message) : Exception(message);
