using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>What BPF programs store with a socket (--bpf-maps): each value as C would write it with its type, as libbpf does.</summary>
internal sealed class StorageText(ExtraFields fields, SsColumns columns, IRowNames names)
{
    // Under the row's own indent, and the map's.
    private const int Indent = 2;

    private readonly bool _endsCharacters = columns.Release?.EndsCharacters ?? true;
    private bool _isElement;
    private bool _isCharacter;
    private bool _isEnded;

    public void Append(SocketDetails details)
    {
        foreach (StoredValue stored in details.StoragePart.Span)
        {
            if (columns.StorageMaps is { } maps && Array.IndexOf(maps, stored.Map) < 0) continue;
            ReadOnlySpan<byte> value = details.StorageBytes.Span.Slice(stored.Start, stored.Length);
            if (names.TryStoredType(stored.Map, out StoredType? type)) Append(stored.Map, type, value, stored.Skew);
            else AppendUnknown(stored.Map);
        }
    }

    private void AppendUnknown(uint map)
    {
        fields.StartLine("map_id: "u8);
        fields.Sink.AppendNumber(map);
        fields.Sink.Append(" failed to fetch info, skipping\n"u8);
    }

    private void Append(uint map, StoredType type, ReadOnlySpan<byte> value, int skew)
    {
        if (value.Length != type.Size) return;
        Utf8Sink sink = fields.Sink;
        fields.StartLine("map_id:"u8);
        sink.AppendNumber(map);
        if (!columns.OneLine) sink.Append(" [\n"u8);
        _isElement = _isCharacter = _isEnded = false;
        if (type.Type is { } known && known.Size <= value.Length) AppendValue(known, value, skew, name: null, bitOffset: 0, bits: 0, depth: 0);
        else AppendBytes(value);
        if (!columns.OneLine) sink.Append("\n\t]"u8);
    }

    private void AppendValue(DataType type, ReadOnlySpan<byte> value, int place, string? name, int bitOffset, int bits, int depth)
    {
        AppendIndent(depth);
        Utf8Sink sink = fields.Sink;
        if (name is { Length: > 0 })
        {
            sink.Append((byte)'.');
            AppendText(name);
            sink.Append(" = "u8);
        }

        if (!_isElement)
        {
            sink.Append((byte)'(');
            AppendText(type.Name);
            sink.Append((byte)')');
        }

        switch (type.Kind)
        {
            case DataKind.Array: AppendArray(type, value, place, depth); break;
            case DataKind.Struct: AppendStruct(type, value, place, depth); break;
            default:
                AppendScalar(type, value, place, bitOffset, bits, depth);
                break;
        }
    }

    private void AppendArray(DataType type, ReadOnlySpan<byte> value, int place, int depth)
    {
        DataType element = type.Element!;
        (bool wasElement, bool wasEnded) = (_isElement, _isEnded);

        // As in libbpf, single bytes are characters from the first array of bytes on.
        if (element.Kind is DataKind.Signed or DataKind.Unsigned && element.Size == 1) _isCharacter = true;
        fields.Sink.Append((byte)'[');
        AppendNewLine();
        _isElement = true;
        if (_endsCharacters) _isEnded = false;
        for (int i = 0; i < type.Count && !_isEnded; i++) AppendValue(element, value.Slice(i * element.Size, element.Size), place + i * element.Size, null, 0, 0, depth + 1);
        _isElement = wasElement;

        // Before it wrote the NUL, libbpf wrote no single byte at all any more.
        if (_endsCharacters) _isEnded = wasEnded;
        AppendIndent(depth);
        fields.Sink.Append((byte)']');
        AppendEnd(depth);
    }

    private void AppendStruct(DataType type, ReadOnlySpan<byte> value, int place, int depth)
    {
        fields.Sink.Append((byte)'{');
        AppendNewLine();
        foreach (DataMember member in type.Members)
        {
            int start = member.BitOffset / 8;
            if (start + member.Type.Size > value.Length && member.Bits == 0) continue;
            AppendValue(member.Type, value[start..], place + start, member.Name, member.BitOffset % 8, member.Bits, depth + 1);
        }

        AppendIndent(depth);
        fields.Sink.Append((byte)'}');
        AppendEnd(depth);
    }

    private void AppendScalar(DataType type, ReadOnlySpan<byte> value, int place, int bitOffset, int bits, int depth)
    {
        Utf8Sink sink = fields.Sink;
        if (bits != 0)
        {
            sink.Append("0x"u8);
            sink.AppendHex((ulong)ReadNumber(value, type.Size, bitOffset, bits, isSigned: false));
            AppendEnd(depth);
            return;
        }

        if (type.Size == 1 && _isCharacter && type.Kind is DataKind.Signed or DataKind.Unsigned)
        {
            byte letter = value[0];
            if (_isEnded) return;
            if (letter == 0)
            {
                _isEnded = true;
                if (!_endsCharacters) return;
                sink.Append("'\\0'"u8);
                AppendEnd(depth);
                return;
            }

            if (letter is >= (byte)' ' and <= (byte)'~')
            {
                sink.Append((byte)'\'');
                sink.Append(letter);
                sink.Append((byte)'\'');
                AppendEnd(depth);
                return;
            }
        }

        if (type.Size == 2 * sizeof(ulong) && type.Kind is DataKind.Signed or DataKind.Unsigned)
        {
            AppendWide(value);
            AppendEnd(depth);
            return;
        }

        long number = ReadNumber(value, type.Size, bitOffset, bits, type.Kind is DataKind.Signed or DataKind.Enum);
        switch (type.Kind)
        {
            case DataKind.Pointer when number == 0 && place % sizeof(ulong) == 0: sink.Append("(nil)"u8); break;
            case DataKind.Pointer:
                sink.Append("0x"u8);
                sink.AppendHex((ulong)number);
                break;
            case DataKind.Float:
                AppendReal(type.Size == 4 ? BitConverter.Int32BitsToSingle((int)number) : BitConverter.Int64BitsToDouble(number));
                break;
            case DataKind.Enum when WordOf(type, number) is { } word: AppendText(word); break;
            case DataKind.Enum when !type.IsSigned && type.Size == 4: sink.AppendNumber((uint)number); break;
            case DataKind.Enum when !type.IsSigned: sink.AppendNumber((ulong)number); break;
            case DataKind.Unsigned: sink.AppendNumber((ulong)number); break;
            default:
                if (number < 0) sink.Append((byte)'-');
                sink.AppendNumber(number < 0 ? 0 - (ulong)number : (ulong)number);
                break;
        }

        AppendEnd(depth);
    }

    private void AppendWide(ReadOnlySpan<byte> value)
    {
        ulong high = BinaryPrimitives.ReadUInt64LittleEndian(value[sizeof(ulong)..]);
        ulong low = BinaryPrimitives.ReadUInt64LittleEndian(value);
        fields.Sink.Append("0x"u8);
        if (high != 0) fields.Sink.AppendHex(high);
        Utf8Formatter.TryFormat(low, fields.Sink.Room(16), out int written, high != 0 ? new StandardFormat('x', 16) : new StandardFormat('x'));
        fields.Sink.Advance(written);
    }

    private void AppendReal(double real)
    {
        if (!double.IsFinite(real))
        {
            if (double.IsNegative(real)) fields.Sink.Append((byte)'-');
            fields.Sink.Append(double.IsNaN(real) ? "nan"u8 : "inf"u8);
            return;
        }

        Span<byte> text = stackalloc byte[340];
        _ = Utf8Formatter.TryFormat(real, text, out int written, new StandardFormat('F', 6));
        fields.Sink.Append(text[..written]);
    }

    private static string? WordOf(DataType type, long number)
    {
        foreach ((long value, string name) in type.Words)
        {
            if (value == number) return name;
        }

        return null;
    }

    private static long ReadNumber(ReadOnlySpan<byte> value, int size, int bitOffset, int bits, bool isSigned)
    {
        Span<byte> room = stackalloc byte[sizeof(ulong)];
        room.Clear();
        value[..Math.Min(Math.Min(value.Length, bits == 0 ? size : room.Length), room.Length)].CopyTo(room);
        ulong number = BinaryPrimitives.ReadUInt64LittleEndian(room) >> bitOffset;
        int width = bits == 0 ? Math.Min(size, sizeof(ulong)) * 8 : bits;
        if (width >= 64) return (long)number;
        long shifted = (long)(number << (64 - width));
        return isSigned ? shifted >> (64 - width) : (long)((ulong)shifted >> (64 - width));
    }

    // A value of a type that is not known is its bytes.
    private void AppendBytes(ReadOnlySpan<byte> value)
    {
        AppendIndent(0);
        fields.Sink.Append("0x"u8);
        foreach (byte part in value)
        {
            if (part < 16) fields.Sink.Append((byte)'0');
            fields.Sink.AppendHex(part);
        }
    }

    private void AppendText(string text)
    {
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(Math.Min(text.Length, 256))];
        Untrusted.Append(fields.Sink, bytes[..Encoding.UTF8.GetBytes(text.AsSpan(0, Math.Min(text.Length, 256)), bytes)], columns.Escaping);
    }

    private void AppendIndent(int depth)
    {
        if (columns.OneLine) return;
        for (int i = 0; i < Indent + depth; i++) fields.Sink.Append((byte)'\t');
    }

    private void AppendNewLine()
    {
        if (!columns.OneLine) fields.Sink.Append((byte)'\n');
    }

    private void AppendEnd(int depth)
    {
        if (depth == 0) return;
        fields.Sink.Append((byte)',');
        AppendNewLine();
    }
}
