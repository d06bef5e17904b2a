using System;

namespace Minato.Bench;

/// <summary>A command line that cannot be understood.</summary>
internal sealed class BenchUsage(string message) : Exception(message);
