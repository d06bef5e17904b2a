namespace Minato.Cli.Doors.Ss;

/// <summary>What the option table knows and this version does not do yet.</summary>
internal static class SsUnfinished
{
    /// <summary>The first such thing on the command line, or null.</summary>
    public static string? Find(SsArgs args)
    {
        foreach (OptionSpec option in SsOptions.Table)
        {
            SsOption id = (SsOption)option.Id;
            if (args.Has(id) && IsUnfinished(id)) return "option '" + option.Name + "' is not in this version of Minato";
        }

        return null;
    }

    private static bool IsUnfinished(SsOption option) => option is SsOption.BpfMaps or SsOption.BpfMapId;
}
