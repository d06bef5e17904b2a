using System;
using Minato.Model;

namespace Minato.Reading;

/// <summary>
/// The program of net-tools' tables: <c>123/name</c>, where Minato has <c>-</c> for a part that was not printed. <c>-</c>
/// alone is nobody that could be seen, which says nothing.
/// </summary>
internal static class ProgramWord
{
    public static bool TryRead(TextOwners to, ReadOnlySpan<byte> text, ReadOnlySpan<byte> context, out ulong owners)
    {
        owners = 0;
        int slash = text.IndexOf((byte)'/');
        if (slash <= 0) return false;
        int pid = -1;
        if (text[..slash] is not [(byte)'-'] && !TryPid(text[..slash], out pid)) return false;

        // The dash of a name that was not known either.
        ReadOnlySpan<byte> name = text[(slash + 1)..];
        to.Add(pid, fd: -1, name is [(byte)'-'] ? default : name, NumberWords.IsDash(context) ? default : context);
        owners = to.Close();
        return true;
    }

    private static bool TryPid(ReadOnlySpan<byte> text, out int pid)
    {
        bool isPid = NumberWords.TryNumber(text, out uint number) && number is > 0 and <= int.MaxValue;
        pid = isPid ? (int)number : -1;
        return isPid;
    }

    /// <summary>The identity of a row that leads to its owners: no table says a network namespace.</summary>
    public static SocketId Identity(ulong owners) => new(owners, 0, SocketIdKind.Tuple);
}
