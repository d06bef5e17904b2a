namespace Minato.Cli.Doors.Netstat;

/// <summary>The netstat door's command line as typed: no decisions yet.</summary>
internal sealed class NetstatArgs
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

    public bool Programs { get; private set; }

    public bool Extend { get; private set; }

    public bool Timers { get; private set; }

    public bool Wide { get; private set; }

    public bool Continuous { get; private set; }

    public bool Help { get; private set; }

    public bool Version { get; private set; }

    /// <summary>The arguments, or null and what is wrong with them. Operands are ignored, as net-tools does without a mode.</summary>
    public static NetstatArgs? Parse(string[] words, out UsageError? error)
    {
        NetstatArgs args = new();
        OptionReader reader = new(NetstatOptions.Table, words);
        while (reader.TryRead())
        {
            if (reader.Option is not null) args.Apply((NetstatOption)reader.Option.Id);
        }

        error = reader.Error;
        return error is null ? args : null;
    }

    private void Apply(NetstatOption option)
    {
        switch (option)
        {
            case NetstatOption.Tcp: Tcp = true; break;
            case NetstatOption.Udp: Udp = true; break;
            case NetstatOption.Raw: Raw = true; break;
            case NetstatOption.Unix: Unix = true; break;
            case NetstatOption.V4: V4 = true; break;
            case NetstatOption.V6: V6 = true; break;
            case NetstatOption.All: All = true; break;
            case NetstatOption.Listening: Listening = true; break;
            case NetstatOption.Numeric: Numeric = true; break;
            case NetstatOption.Programs: Programs = true; break;
            case NetstatOption.Extend: Extend = true; break;
            case NetstatOption.Timers: Timers = true; break;
            case NetstatOption.Wide: Wide = true; break;
            case NetstatOption.Continuous: Continuous = true; break;
            case NetstatOption.Help: Help = true; break;
            case NetstatOption.Version: Version = true; break;
        }
    }
}
