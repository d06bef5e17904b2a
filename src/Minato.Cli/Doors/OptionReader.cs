using System;
using System.Collections.Generic;
using Minato.Cli.Doors.Netstat;
using Minato.Filter;

namespace Minato.Cli.Doors;

/// <summary>
/// Takes options as getopt_long(3) does: bundled letters, values glued or apart, <c>--name=value</c>, unambiguous
/// prefixes of long names, options after operands, and <c>--</c>.
/// </summary>
internal sealed class OptionReader(OptionSpec[] options, string[] words)
{
    private int _word;
    private int _letter;
    private bool _onlyOperands;

    /// <summary>What is wrong with the word, when <see cref="TryRead"/> failed.</summary>
    public UsageError? Error { get; private set; }

    /// <summary>The option just read, or null for an operand.</summary>
    public OptionSpec? Option { get; private set; }

    /// <summary>The option's value, or the operand.</summary>
    public string? Value { get; private set; }

    /// <summary>Where the option's value stands.</summary>
    public WordPlace ValuePlace { get; private set; }

    /// <summary>Place of the word just read.</summary>
    public int WordIndex { get; private set; }

    /// <summary>Where in that word the option begins.</summary>
    public int Column { get; private set; }

    /// <summary>False at the end, and at an error.</summary>
    public bool TryRead()
    {
        if (Error is not null) return false;
        if (_letter > 0) return TryReadLetter();
        if (_word >= words.Length) return false;

        WordIndex = _word;
        string word = words[_word++];
        if (_onlyOperands || word.Length < 2 || word[0] != '-')
        {
            Option = null;
            Value = word;
            return true;
        }

        if (word == "--")
        {
            _onlyOperands = true;
            return TryRead();
        }

        if (word[1] == '-') return TryReadLong(word);
        _letter = 1;
        return TryReadLetter();
    }

    private bool TryReadLetter()
    {
        string word = words[WordIndex];
        int at = _letter++;
        Column = at;
        OptionSpec? option = Array.Find(options, candidate => candidate.Short == word[at]);
        if (option is null) return FailUnknown("-" + word[at], at, null, "invalid option -- '" + word[at] + "'");
        if (option.IsMissing) return Missing(option, at);

        Option = option;
        Value = null;
        bool isLast = _letter == word.Length;
        if (isLast) _letter = 0;
        if (option.ValueName is null) return true;

        if (!isLast)
        {
            Value = word[_letter..];
            ValuePlace = new WordPlace(WordIndex, _letter);
            _letter = 0;
            return true;
        }

        return TryTakeValue(
            "option '-" + option.Short + "' needs a value: " + option.ValueName, at, "option requires an argument -- '" + option.Short + "'");
    }

    private bool TryReadLong(string word)
    {
        Column = 0;
        int equals = word.IndexOf('=', StringComparison.Ordinal);
        string name = equals < 0 ? word[2..] : word[2..equals];
        OptionSpec? option = FindLong(name, out List<string>? rivals);
        if (option is null)
        {
            return rivals is null
                ? FailUnknown("--" + name, 2, Nearest(name), "unrecognized option '" + word + "'")
                : Fail("option '--" + name + "' could be " + string.Join(" or ", rivals), 2, null,
                    "option '" + word + "' is ambiguous; possibilities: '" + string.Join("' '", rivals) + "'");
        }

        if (option.IsMissing) return Missing(option, 2);
        Option = option;
        Value = equals < 0 ? null : word[(equals + 1)..];
        ValuePlace = new WordPlace(WordIndex, equals + 1);
        string full = "option '--" + option.Long + "'";
        if (option.ValueName is null && equals >= 0) return Fail(full + " takes no value", equals, "--" + option.Long, full + " doesn't allow an argument");
        if (option.ValueName is null || option.IsValueOptional || equals >= 0) return true;
        return TryTakeValue(full + " needs a value: " + option.ValueName, 2, full + " requires an argument");
    }

    private OptionSpec? FindLong(string name, out List<string>? rivals)
    {
        rivals = null;
        OptionSpec? found = null;
        foreach (OptionSpec option in options)
        {
            if (option.Long is null || !option.Long.StartsWith(name, StringComparison.Ordinal)) continue;
            if (option.Long.Length == name.Length) return option;
            if (option.IsOwn) continue;
            if (found is null) found = option;
            else if (found.Id != option.Id) (rivals ??= ["--" + found.Long]).Add("--" + option.Long);
        }

        return rivals is null ? found : null;
    }

    private bool TryTakeValue(string problem, int column, string original)
    {
        if (_word >= words.Length) return Fail(problem, column, null, original);
        ValuePlace = new WordPlace(_word, 0);
        Value = words[_word++];
        return true;
    }

    private bool Missing(OptionSpec option, int column) =>
        Fail("option '" + option.Name + "' is not in this version of Minato", column, null, null);

    private bool Fail(string problem, int column, string? instead, string? original)
    {
        Error = new UsageError(problem, WordIndex, column, instead) { Original = original, IsOfGetopt = true };
        return false;
    }

    private bool FailUnknown(string name, int column, string? instead, string original)
    {
        Fail("unknown option '" + name + "'", column, instead, original);
        Error = Error! with { UnknownOption = name };
        return false;
    }

    private string? Nearest(string name)
    {
        string? nearest = null;
        int best = 3;
        foreach (OptionSpec option in options)
        {
            if (option.Long is null || option.IsMissing) continue;
            int distance = EditDistance.Between(name, option.Long);
            if (distance >= best) continue;
            best = distance;
            nearest = "--" + option.Long;
        }

        return nearest;
    }
}
