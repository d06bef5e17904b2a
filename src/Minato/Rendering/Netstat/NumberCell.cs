namespace Minato.Rendering.Netstat;

/// <summary>Numbers in columns; one that is wider than its column pushes the rest on, as printf does.</summary>
internal static class NumberCell
{
    public static void AppendLeft(Utf8Sink sink, long number, int width)
    {
        long start = sink.Position;
        AppendSigned(sink, number);
        sink.AppendBlanks(width - (int)(sink.Position - start));
    }

    public static void AppendLeft(Utf8Sink sink, ulong number, int width)
    {
        long start = sink.Position;
        sink.AppendNumber(number);
        sink.AppendBlanks(width - (int)(sink.Position - start));
    }

    public static void AppendRight(Utf8Sink sink, long number, int width)
    {
        int sign = number < 0 ? 1 : 0;
        sink.AppendBlanks(width - sign - Digits(Magnitude(number)));
        AppendSigned(sink, number);
    }

    public static void AppendRight(Utf8Sink sink, ulong number, int width)
    {
        sink.AppendBlanks(width - Digits(number));
        sink.AppendNumber(number);
    }

    public static void AppendSigned(Utf8Sink sink, long number)
    {
        if (number < 0) sink.Append((byte)'-');
        sink.AppendNumber(Magnitude(number));
    }

    private static ulong Magnitude(long number) => number < 0 ? 0 - (ulong)number : (ulong)number;

    private static int Digits(ulong number)
    {
        int digits = 1;
        for (; number >= 10; number /= 10) digits++;
        return digits;
    }
}
