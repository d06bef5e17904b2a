namespace Minato.Cli.Doors.Netstat.Linux;

/// <summary>The Linux netstat's command line as typed: no decisions yet.</summary>
internal sealed class LinuxArgs
{
    private ulong _typed;

    /// <summary>What Minato adds.</summary>
    public OwnOptions Own { get; } = new();

    /// <summary>Whether it was typed. A printed table is shown whole, unless its listeners alone were asked for.</summary>
    public bool Has(LinuxOption option) =>
        (_typed >> (int)option & 1) != 0 || (option == LinuxOption.All && Own.From is not null && !Has(LinuxOption.Listening));

    /// <summary>The arguments, or null and what is wrong with them. Operands are ignored, as net-tools does without a mode.</summary>
    public static LinuxArgs? Parse(string[] words, out UsageError? error)
    {
        LinuxArgs args = new();
        OptionReader reader = new(LinuxOptions.Table, words);
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
