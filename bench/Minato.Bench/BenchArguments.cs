using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using Minato.Bench.Cases;
using Minato.Bench.Pairing;
using Minato.Bench.Storm;

namespace Minato.Bench;

/// <summary>The options of a side-by-side run.</summary>
internal sealed record BenchArguments
{
    private const int DefaultPairs = 9;
    private const int QuickPairs = 3;

    private static string Rid =>
        RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64";

    public bool Quick { get; private init; }
    public bool WithoutMillion { get; private init; }
    public PairCount Pairs { get; private init; }
    public string MinatoProgram { get; private init; } = Repository.Path("artifacts", Rid, "minato");
    public IReadOnlyList<BenchCase> Only { get; private init; } = [];

    /// <summary>Only a whole run at full size may replace the committed page.</summary>
    public bool IsWhole => !Quick && !WithoutMillion && Only.Count == 0 && Pairs.Least >= DefaultPairs;

    /// <summary>The chosen cases that the program under test can answer.</summary>
    public IReadOnlyList<BenchCase> Cases() =>
    [
        .. (Only.Count > 0 ? Only : CaseTable.All).Where(one =>
            !(WithoutMillion && one.Load == StormShape.Million) && (IsMinato || !one.NeedsMinato)),
    ];

    /// <summary>Another program is known by its name: the self-test puts ss in Minato's place.</summary>
    private bool IsMinato => System.IO.Path.GetFileName(MinatoProgram).StartsWith("minato", StringComparison.Ordinal);

    public static BenchArguments Parse(ReadOnlySpan<string> words)
    {
        var arguments = new BenchArguments();
        int? pairs = null;
        var only = new List<BenchCase>();
        for (var i = 0; i < words.Length; i++)
        {
            switch (words[i])
            {
                case "--quick":
                    arguments = arguments with { Quick = true };
                    break;
                case "--without-1m":
                    arguments = arguments with { WithoutMillion = true };
                    break;
                case "--pairs":
                    pairs = ParseNumber(words, ref i, least: 1);
                    break;
                case "--minato":
                    arguments = arguments with { MinatoProgram = System.IO.Path.GetFullPath(ValueOf(words, ref i)) };
                    break;
                case "--only":
                    var name = ValueOf(words, ref i);
                    only.Add(CaseTable.Find(name) ?? throw new BenchUsage($"no case '{name}'; the cases are: {CaseNames()}"));
                    break;
                default:
                    throw new BenchUsage($"unknown option '{words[i]}'");
            }
        }
        var least = pairs ?? (arguments.Quick ? QuickPairs : DefaultPairs);
        arguments = arguments with { Pairs = new(least, Fixed: pairs is not null || arguments.Quick), Only = only };
        return arguments.Cases().Count > 0
            ? arguments
            : throw new BenchUsage($"no case is left: {string.Join(' ', only.Select(static one => one.Name))} cannot be run so");
    }

    internal static string ValueOf(ReadOnlySpan<string> words, ref int i) =>
        i + 1 < words.Length ? words[++i] : throw new BenchUsage($"'{words[i]}' needs a value");

    internal static int ParseNumber(ReadOnlySpan<string> words, ref int i, int least)
    {
        var option = words[i];
        var value = ValueOf(words, ref i);
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw new BenchUsage($"'{option}' needs a number of {least} or more, not '{value}'");
    }

    private static string CaseNames()
    {
        var names = new List<string>();
        foreach (var one in CaseTable.All)
            names.Add(one.Name);
        return string.Join(' ', names);
    }
}
