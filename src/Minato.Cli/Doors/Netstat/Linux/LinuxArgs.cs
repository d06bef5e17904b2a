using System;
using System.Collections.Generic;

namespace Minato.Cli.Doors.Netstat.Linux;

/// <summary>The Linux netstat's command line as typed. Some options end it where they stand, as in net-tools: what follows is not read.</summary>
internal sealed class LinuxArgs
{
    private ulong _typed;
    private List<string>? _operands;

    /// <summary>What Minato adds.</summary>
    public OwnOptions Own { get; } = new();

    /// <summary>The option that ended the command line (<c>-h</c>, <c>-V</c>, <c>-?</c>, a <c>-Z</c> that cannot be had), or null.</summary>
    public LinuxOption? End { get; private set; }

    /// <summary>The families of <c>-4</c>, <c>-6</c>, <c>-A</c> and the options of their names.</summary>
    public LinuxFamilies Families { get; private set; }

    /// <summary>Their names in the order in which they were typed, and as often, <c>-x</c> with them: net-tools repeats them so.</summary>
    public string FamilyNames { get; private set; } = "";

    /// <summary>The one mode that was typed, or null for sockets.</summary>
    public LinuxOption? Mode { get; private set; }

    /// <summary>How often <c>-e</c> was typed.</summary>
    public int Extend { get; private set; }

    /// <summary>Words that are no options: the sockets' tables pass over them.</summary>
    public IReadOnlyList<string> Operands => _operands ?? (IReadOnlyList<string>)[];

    /// <summary>Whether it was typed. A printed table is shown whole, unless its listeners alone were asked for.</summary>
    public bool Has(LinuxOption option) =>
        (_typed >> (int)option & 1) != 0 || (option == LinuxOption.All && Own.From is not null && !Has(LinuxOption.Listening));

    /// <summary>The arguments, or null and what is wrong with them.</summary>
    public static LinuxArgs? Parse(string[] words, out UsageError? error)
    {
        LinuxArgs args = new();
        OptionReader reader = new(LinuxOptions.Table, words);
        UsageError? modes = null;
        while (reader.TryRead())
        {
            if (reader.Option is not { } option)
            {
                (args._operands ??= []).Add(reader.Value!);
                continue;
            }

            if (!args.Own.TryTake(option, reader.Value, reader.ValuePlace.Word, out error)) error = args.Take((LinuxOption)option.Id, option, reader, ref modes);
            else if (error is not null) error = error with { Column = reader.ValuePlace.Column };
            if (error is not null) return null;
            if (args.End is not null) return args;
        }

        error = reader.Error ?? modes;
        return error is null ? args : null;
    }

    private UsageError? Take(LinuxOption id, OptionSpec option, OptionReader reader, ref UsageError? modes)
    {
        _typed |= 1UL << (int)id;
        switch (id)
        {
            case LinuxOption.Help or LinuxOption.Version or LinuxOption.Usage:
            case LinuxOption.Context when !SecurityLabels.AreThere:
                End = id;
                break;
            case LinuxOption.Extend: Extend++; break;
            case LinuxOption.Unix: AddFamilyName(LinuxFamilies.Unix); break;
            case LinuxOption.Family:
                Families |= LinuxFamilyWords.Find(option.Long);
                AddFamilyName(LinuxFamilyWords.Find(option.Long));
                break;
            case LinuxOption.Families: return TakeFamilies(reader);
            case LinuxOption.Routes or LinuxOption.Interfaces or LinuxOption.Statistics or LinuxOption.Masquerade:
                if (Mode is not null) modes ??= new UsageError("only one of -r, -i, -s and -M can be listed at a time", reader.WordIndex, reader.Column, null);
                Mode = id;
                break;
        }

        return null;
    }

    // net-tools ends at once with a code of its own.
    private UsageError? TakeFamilies(OptionReader reader)
    {
        ReadOnlySpan<char> list = reader.Value;
        foreach (Range part in list.Split(','))
        {
            ReadOnlySpan<char> name = list[part];
            LinuxFamilies family = LinuxFamilyWords.Find(name);
            if (family == LinuxFamilies.None)
                return new UsageError("there is no family '" + name.ToString() + "': " + LinuxFamilyWords.List, reader.ValuePlace.Word, reader.ValuePlace.Column + part.Start.GetOffset(list.Length), null) { Code = ExitCode.No };
            Families |= family;
            AddFamilyName(family);
        }

        return null;
    }

    private void AddFamilyName(LinuxFamilies family)
    {
        if (FamilyNames.Length > 0) FamilyNames += ",";
        FamilyNames += LinuxFamilyWords.Name(family);
    }
}
