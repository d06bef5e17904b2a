using System;

namespace Minato.Model;

/// <summary>Something that grows with the machine has reached the bound that it has here.</summary>
internal sealed class MemoryBoundException(string message) : Exception(message);
