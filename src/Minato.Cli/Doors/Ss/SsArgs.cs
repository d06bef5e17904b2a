namespace Minato.Cli.Doors.Ss;

/// <summary>The ss door's command line as typed: no decisions yet.</summary>
internal sealed class SsArgs
{
    private ulong _typed;

    /// <summary>Whether the option was typed; of -a and -l only the last one counts, as in ss.</summary>
    public bool Has(SsOption option) => (_typed >> (int)option & 1) != 0;

    /// <summary>The arguments, or null and what is wrong with them.</summary>
    public static SsArgs? Parse(string[] words, out UsageError? error)
    {
        SsArgs args = new();
        OptionReader reader = new(SsOptions.Table, words);
        while (reader.TryRead())
        {
            if (reader.Option is null)
            {
                error = new UsageError(
                    "'" + reader.Value + "' reads like a filter: filters are not in this version of Minato (pipe to grep instead)",
                    reader.WordIndex, 0, null);
                return null;
            }

            args.Add((SsOption)reader.Option.Id);

            // As ss does: these two answer at once, whatever follows.
            if (args.Has(SsOption.Help) || args.Has(SsOption.Version)) break;
        }

        error = reader.Error;
        return error is null ? args : null;
    }

    private void Add(SsOption option)
    {
        if (option == SsOption.All) _typed &= ~(1UL << (int)SsOption.Listening);
        if (option == SsOption.Listening) _typed &= ~(1UL << (int)SsOption.All);
        _typed |= 1UL << (int)option;
    }
}
