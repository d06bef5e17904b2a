using System;
using Minato.Tests.Architecture.Samples.Rendering;

namespace Minato.Tests.Architecture.Samples.Model;

// Model may use no room: each type here breaks that rule in one way of its own.
internal sealed class Inherits : Sheet;

internal sealed class Implements : IPrinted;

internal sealed class Constrains<T>
    where T : IPrinted;

[Printed]
internal sealed class IsMarked;

internal sealed class HasField
{
    internal Sheet Sheet = new();
}

internal sealed class HasProperty
{
    internal static Sheet? Sheet => null;
}

internal sealed class HasMarkedProperty
{
    [Printed]
    internal static int Number => 1;
}

internal static class Takes
{
    internal static int Sheets(ReadOnlySpan<Sheet[]> sheets) => sheets.Length;
}

internal static class Calls
{
    internal static int Rows() => Sheet.Rows();
}

internal static class CallsGeneric
{
    internal static int Rows() => Array.Empty<Sheet>().Length;
}

internal static class ReadsStatic
{
    internal static int Rows() => Sheet.Width;
}

internal static class AsksType
{
    internal static string Name() => typeof(IPrinted).Name;
}

internal static class HoldsLocal
{
    internal static bool Rows(object sheet) => sheet is Sheet[];
}

internal static class HoldsLambda
{
    internal static Func<int> Rows() => () => Sheet.Rows();
}

internal static class Catches
{
    internal static int Rows()
    {
        try
        {
            return GC.CollectionCount(0);
        }
        catch (PrintException)
        {
            return 0;
        }
    }
}

internal static class AfterSwitch
{
    // The jump table is an operand whose size is in the code: a walker that misreads it loses what follows.
    internal static int Rows(int state) => state switch
    {
        0 => 3,
        1 => 5,
        2 => 8,
        3 => 13,
        4 => Sheet.Rows(),
        _ => 0,
    };
}

internal static class CallsPointer
{
    internal static unsafe int Rows(nint function) => ((delegate*<Sheet?, int>)function)(null);
}
