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

    /// <summary>Both parts of a table together: the worse result, the first error, all damage.</summary>
    public TableOutcome With(TableOutcome other) => new(
        Result > other.Result ? Result : other.Result,
        Errno != 0 ? Errno : other.Errno,
        DamagedRows + other.DamagedRows);
}
