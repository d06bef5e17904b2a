using System;

namespace Minato.Rendering.Ss;

/// <summary>The name of an interface.</summary>
internal static class InterfaceText
{
    public static void Append(Utf8Sink sink, IRowNames names, SsColumns columns, Escaping escaping, uint index)
    {
        if (names.TryInterface(index, out ReadOnlySpan<byte> name))
        {
            Untrusted.Append(sink, name, escaping);
            return;
        }

        // An interface that is gone; ss gives it a name.
        if (columns.Release is not null) sink.Append("if"u8);
        sink.AppendNumber(index);
    }
}
