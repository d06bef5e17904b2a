using Minato.Cli.Terminal;

namespace Minato.Cli.Doors.Ss;

/// <summary>
/// Options that ss obeys while it still reads its command line: a namespace is entered, and what cannot be had ends the
/// program before a mistake behind it is seen.
/// </summary>
internal static class SsFirstSteps
{
    /// <summary>Null to go on, or the exit code.</summary>
    public static int? Take(string program, SsArgs args)
    {
        foreach (TypedOption typed in args.Options)
        {
            string? refusal = typed.Option switch
            {
                SsOption.Context or SsOption.Contexts when !SecurityLabels.AreThere => "ss: SELinux is not enabled.",
                SsOption.Net => NetworkNamespace.Enter(typed.Value!, onlyNamed: args.Release is not null),
                _ => null,
            };
            if (refusal is null) continue;
            Message.Error(args.Release is not null || refusal.StartsWith("ss: ", System.StringComparison.Ordinal) ? refusal : program + ": " + refusal);
            return ExitCode.No;
        }

        return null;
    }
}
