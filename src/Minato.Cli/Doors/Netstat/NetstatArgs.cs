namespace Minato.Cli.Doors.Netstat;

/// <summary>The netstat door's command line as typed: no decisions yet.</summary>
internal sealed class NetstatArgs
{
    private ulong _typed;

    public bool Has(NetstatOption option) => (_typed >> (int)option & 1) != 0;

    /// <summary>The arguments, or null and what is wrong with them. Operands are ignored, as net-tools does without a mode.</summary>
    public static NetstatArgs? Parse(string[] words, out UsageError? error)
    {
        NetstatArgs args = new();
        OptionReader reader = new(NetstatOptions.Table, words);
        while (reader.TryRead())
        {
            if (reader.Option is not null) args._typed |= 1UL << reader.Option.Id;
        }

        error = reader.Error;
        return error is null ? args : null;
    }
}
