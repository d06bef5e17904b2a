using System;

namespace Minato.Rendering;

/// <summary>Where rendered bytes go.</summary>
internal interface IByteOutput
{
    /// <summary>False once nothing more can be written.</summary>
    bool Write(ReadOnlySpan<byte> bytes);
}
