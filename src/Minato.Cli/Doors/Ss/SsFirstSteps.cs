using System;
using System.Globalization;
using Minato.Cli.Terminal;

namespace Minato.Cli.Doors.Ss;

/// <summary>
/// Options that ss obeys while it still reads its command line: a namespace is entered, and what cannot be had ends the
/// program before a mistake behind it is seen.
/// </summary>
internal static class SsFirstSteps
{
    // The text of EPERM.
    private const string NotPermitted = "Operation not permitted";

    private const string Mixed = "ss: --bpf-maps and --bpf-map-id cannot be used together";

    /// <summary>Null to go on, or the exit code.</summary>
    public static int? Take(string program, SsArgs args)
    {
        bool allMaps = false;
        bool oneMap = false;
        foreach (TypedOption typed in args.Options)
        {
            string? refusal = null;
            int code = ExitCode.No;
            switch (typed.Option)
            {
                case SsOption.Context or SsOption.Contexts:
                    refusal = SecurityLabels.AreThere ? null : "ss: SELinux is not enabled.";
                    break;
                case SsOption.Net:
                    refusal = NetworkNamespace.Enter(typed.Value!, onlyNamed: args.Release is not null);
                    if (refusal is not null && args.Release is null)
                        refusal = program + ": " + refusal + (refusal.EndsWith(NotPermitted, StringComparison.Ordinal) ? " (needs root: sudo)" : "");
                    break;
                case SsOption.BpfMaps:
                    allMaps = true;
                    refusal = oneMap ? Mixed : null;
                    code = ExitCode.SsUsage;
                    break;
                case SsOption.BpfMapId:
                    oneMap = true;
                    refusal = allMaps ? Mixed : CheckMap(typed.Value!);
                    break;
            }

            if (refusal is null) continue;
            Message.Error(refusal);
            return code;
        }

        return null;
    }

    private static string? CheckMap(string text) => TryMap(text, out uint map) ? SocketStorage.Check(map) : "ss: invalid BPF map ID " + text;

    /// <summary>The number of a map, as strtoul(3) with base 0 reads it less its blanks and signs.</summary>
    public static bool TryMap(string text, out uint map)
    {
        bool isHex = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        bool isNumber = isHex
            ? uint.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out map)
            : uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out map);
        return isNumber && map is not (0 or uint.MaxValue);
    }
}
