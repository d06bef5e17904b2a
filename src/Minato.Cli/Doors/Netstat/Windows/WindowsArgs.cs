namespace Minato.Cli.Doors.Netstat.Windows;

/// <summary>The Windows netstat's command line as typed: no decisions yet.</summary>
internal sealed class WindowsArgs
{
    private ulong _typed;

    /// <summary>What Minato adds.</summary>
    public OwnOptions Own { get; } = new();

    public bool Has(WindowsOption option) => (_typed >> (int)option & 1) != 0;

    /// <summary>The arguments, or null and what is wrong with them.</summary>
    public static WindowsArgs? Parse(string[] words, out UsageError? error)
    {
        WindowsArgs args = new();
        OptionReader reader = new(WindowsOptions.Table, words);
        while (reader.TryRead())
        {
            if (reader.Option is null) continue;
            if (!args.Own.TryTake(reader.Option, reader.Value, reader.WordIndex, out error)) args._typed |= 1UL << reader.Option.Id;
            if (error is not null) return null;
        }

        error = reader.Error;
        return error is null ? args : null;
    }
}
