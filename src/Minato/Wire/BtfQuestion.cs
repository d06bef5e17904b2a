using System;
using Minato.Interop.Linux.Libc;

namespace Minato.Wire;

/// <summary>
/// What a program needs to know of the kernel's types, as text: a line <c>func NAME</c> asks for a function's number, a line
/// <c>struct NAME MEMBER…</c> for the place of each member in bits, the member <c>#</c> for the type's own number. The answers come in the order of the questions, -1 where the
/// kernel has no such thing.
/// </summary>
internal static class BtfQuestion
{
    private const int MaxLines = 16;

    /// <summary>How many answers a question has.</summary>
    public static int CountAnswers(ReadOnlySpan<byte> question)
    {
        int count = 0;
        foreach (Range line in question.Split((byte)'\n'))
        {
            int words = question[line].Count((byte)' ') + 1;
            count += question[line].StartsWith("func "u8) ? 1 : words - 2;
        }

        return count;
    }

    /// <summary>Answers from the kernel's BTF. False when the bytes are no BTF.</summary>
    public static bool TryAnswer(ReadOnlySpan<byte> btf, ReadOnlySpan<byte> question, Span<int> answers)
    {
        answers.Fill(-1);
        if (!KernelBtf.TryOpen(btf, out KernelBtf types)) return false;

        Span<int> kinds = stackalloc int[MaxLines];
        Span<Range> names = stackalloc Range[MaxLines];
        Span<uint> ids = stackalloc uint[MaxLines];
        int lines = 0;
        foreach (Range range in question.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = question[range];
            kinds[lines] = line.StartsWith("func "u8) ? Btf.BTF_KIND_FUNC : Btf.BTF_KIND_STRUCT;
            Skip(ref line);
            int start = range.End.GetOffset(question.Length) - line.Length;
            names[lines++] = start..(start + Skip(ref line).Length);
        }

        types.FindTypes(kinds[..lines], question, names[..lines], ids[..lines]);
        int next = 0;
        lines = 0;
        foreach (Range range in question.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = question[range];
            uint id = ids[lines];
            int number = id is 0 or > int.MaxValue ? -1 : (int)id;
            if (kinds[lines++] == Btf.BTF_KIND_FUNC)
            {
                answers[next++] = number;
                continue;
            }

            Skip(ref line);
            Skip(ref line);
            while (!line.IsEmpty)
            {
                ReadOnlySpan<byte> member = Skip(ref line);
                answers[next++] = member is [(byte)'#'] ? number : types.FindMember(id, member);
            }
        }

        return true;
    }

    // Takes a word off the line.
    private static ReadOnlySpan<byte> Skip(scoped ref ReadOnlySpan<byte> line)
    {
        int end = line.IndexOf((byte)' ');
        ReadOnlySpan<byte> word = end < 0 ? line : line[..end];
        line = end < 0 ? [] : line[(end + 1)..];
        return word;
    }
}
