namespace Minato.Sources;

/// <summary>How the reading of one table ended.</summary>
internal enum TableResult : byte
{
    /// <summary>All rows were given.</summary>
    Complete,

    /// <summary>Rows were given, some may be missing.</summary>
    Incomplete,

    /// <summary>The source cannot answer for this table; no row was given.</summary>
    Refused,
}

/// <param name="Result">How it ended.</param>
/// <param name="Errno">The error behind it, or 0.</param>
/// <param name="DamagedRows">Rows dropped because their record was damaged.</param>
internal readonly record struct TableOutcome(TableResult Result, int Errno, long DamagedRows)
{
    public static TableOutcome Complete { get; } = new(TableResult.Complete, 0, 0);

    public static TableOutcome Refused(int errno) => new(TableResult.Refused, errno, 0);

    /// <summary>One part of a table with another: the worse result, the first error, all damage. A refused part leaves a gap.</summary>
    public TableOutcome With(TableOutcome other)
    {
        bool isComplete = Result == TableResult.Complete && other.Result == TableResult.Complete;
        return new TableOutcome(
            isComplete ? TableResult.Complete : TableResult.Incomplete, Errno != 0 ? Errno : other.Errno, DamagedRows + other.DamagedRows);
    }

    /// <summary>
    /// This IPv4 half of a table, whose rows have been given, with the IPv6 half: the worse result, the first error, all
    /// damage. A kernel without IPv6 knows no such half and nothing is missing; any other refusal leaves a gap.
    /// </summary>
    public TableOutcome WithV6(TableOutcome v6)
    {
        if (v6 is { Result: TableResult.Refused, Errno: Interop.Linux.Errno.ENOENT }) return this;
        return With(v6);
    }
}
