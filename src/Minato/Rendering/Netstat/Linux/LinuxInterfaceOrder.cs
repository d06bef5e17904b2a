using System;
using System.Buffers.Text;

namespace Minato.Rendering.Netstat.Linux;

/// <summary>
/// net-tools' order of interfaces: by the text before a last number, then by that number, then by both as they are written, then
/// by the number of a label. Observed by random names.
/// </summary>
internal static class LinuxInterfaceOrder
{
    public static int Compare(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        ReadOnlySpan<byte> name = WithoutLabel(one, out int label);
        ReadOnlySpan<byte> otherName = WithoutLabel(other, out int otherLabel);
        int digits = NumberAt(name);
        int otherDigits = NumberAt(otherName);
        int order = name[..digits].SequenceCompareTo(otherName[..otherDigits]);
        if (order == 0) order = Number(name[digits..]).CompareTo(Number(otherName[otherDigits..]));
        if (order == 0) order = name.SequenceCompareTo(otherName);
        if (order == 0) order = label.CompareTo(otherLabel);
        return order != 0 ? order : one.SequenceCompareTo(other);
    }

    // Of "eth0:1" it is "eth0" and 1; "eth0:x" is a name like others.
    private static ReadOnlySpan<byte> WithoutLabel(ReadOnlySpan<byte> name, out int label)
    {
        label = 0;
        int at = NumberAt(name);
        if (at == 0 || at == name.Length || name[at - 1] != (byte)':') return name;
        label = Number(name[at..]);
        return name[..(at - 1)];
    }

    private static int NumberAt(ReadOnlySpan<byte> name)
    {
        int at = name.Length;
        while (at > 0 && name[at - 1] is >= (byte)'0' and <= (byte)'9') at--;
        return at;
    }

    // A name has at most 15 digits; atoi(3) keeps the low half.
    private static int Number(ReadOnlySpan<byte> digits) => Utf8Parser.TryParse(digits, out long number, out _) ? unchecked((int)number) : 0;
}
