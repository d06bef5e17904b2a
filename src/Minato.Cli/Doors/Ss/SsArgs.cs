namespace Minato.Cli.Doors.Ss;

/// <summary>The ss door's command line as typed: no decisions yet.</summary>
internal sealed class SsArgs
{
    public bool Tcp { get; private set; }

    public bool Udp { get; private set; }

    public bool Raw { get; private set; }

    public bool Unix { get; private set; }

    public bool V4 { get; private set; }

    public bool V6 { get; private set; }

    public bool All { get; private set; }

    public bool Listening { get; private set; }

    public bool Numeric { get; private set; }

    public bool Resolve { get; private set; }

    public bool Processes { get; private set; }

    public bool Extended { get; private set; }

    public bool Timers { get; private set; }

    public bool NoHeader { get; private set; }

    public bool NoQueues { get; private set; }

    public bool OneLine { get; private set; }

    public bool Exact { get; private set; }

    public bool Help { get; private set; }

    public bool Version { get; private set; }

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

            args.Apply((SsOption)reader.Option.Id);

            // As ss does: these two answer at once, whatever follows.
            if (args.Help || args.Version) break;
        }

        error = reader.Error;
        return error is null ? args : null;
    }

    // When both were typed the last one counts, as in ss.
    private void SetStates(bool all)
    {
        All = all;
        Listening = !all;
    }

    private void Apply(SsOption option)
    {
        switch (option)
        {
            case SsOption.Tcp: Tcp = true; break;
            case SsOption.Udp: Udp = true; break;
            case SsOption.Raw: Raw = true; break;
            case SsOption.Unix: Unix = true; break;
            case SsOption.V4: V4 = true; break;
            case SsOption.V6: V6 = true; break;
            case SsOption.All: SetStates(all: true); break;
            case SsOption.Listening: SetStates(all: false); break;
            case SsOption.Numeric: Numeric = true; break;
            case SsOption.Resolve: Resolve = true; break;
            case SsOption.Processes: Processes = true; break;
            case SsOption.Extended: Extended = Timers = true; break;
            case SsOption.Timers: Timers = true; break;
            case SsOption.NoHeader: NoHeader = true; break;
            case SsOption.NoQueues: NoQueues = true; break;
            case SsOption.OneLine: OneLine = true; break;
            case SsOption.Exact: Exact = true; break;
            case SsOption.Help: Help = true; break;
            case SsOption.Version: Version = true; break;
        }
    }
}
