using System;

namespace Minato.Cli.Doors.Netstat.Windows;

/// <summary>
/// Takes options as Windows' netstat does: letters in either case behind <c>-</c> or <c>/</c>, bundled or apart. A slash
/// always begins options, also where it would begin a path. Minato's own names stand behind two dashes.
/// </summary>
internal sealed class WindowsReader(OptionSpec[] options, string[] words)
{
    private int _word;
    private int _letter;

    /// <summary>What is wrong with the word, when <see cref="TryRead"/> failed.</summary>
    public UsageError? Error { get; private set; }

    /// <summary>The option just read, or null for an operand.</summary>
    public OptionSpec? Option { get; private set; }

    /// <summary>The option's value, or the operand.</summary>
    public string? Value { get; private set; }

    /// <summary>Where the option, or the operand, stands.</summary>
    public WordPlace Place { get; private set; }

    /// <summary>Where the value stands.</summary>
    public WordPlace ValuePlace { get; private set; }

    /// <summary>False at the end, and at an error.</summary>
    public bool TryRead()
    {
        if (Error is not null) return false;
        if (_letter > 0) return TryReadLetter();
        if (_word >= words.Length) return false;

        Place = new WordPlace(_word, 0);
        string word = words[_word++];
        if (word.StartsWith("--", StringComparison.Ordinal)) return TryReadLong(word);
        if (IsOperand(word))
        {
            Option = null;
            Value = word;
            return true;
        }

        if (word.Length == 1) return Fail("an option's letter is missing behind '" + word + "'", new WordPlace(_word - 1, 1));
        _letter = 1;
        return TryReadLetter();
    }

    // A negative number is a wrong interval, not an option.
    private static bool IsOperand(string word) =>
        word.Length == 0 || word[0] is not ('-' or '/') || (word.Length > 1 && word[0] == '-' && char.IsAsciiDigit(word[1]));

    private bool TryReadLetter()
    {
        int index = _word - 1;
        string word = words[index];
        int at = _letter++;
        if (_letter == word.Length) _letter = 0;
        Place = new WordPlace(index, at);
        char letter = char.IsAsciiLetterUpper(word[at]) ? char.ToLowerInvariant(word[at]) : word[at];
        OptionSpec? option = Array.Find(options, candidate => candidate.Short == letter);
        if (option is null) return FailUnknown(word[0] + word[at].ToString(), "-" + word[at], at);
        if (option.IsMissing) return Missing(option);

        Option = option;
        Value = null;
        if (option.ValueName is null) return true;
        if (_letter == 0) return TryTakeNext(option);
        Value = word[_letter..];
        ValuePlace = new WordPlace(index, _letter);
        _letter = 0;
        return true;
    }

    private bool TryReadLong(string word)
    {
        int equals = word.IndexOf('=', StringComparison.Ordinal);
        string name = equals < 0 ? word[2..] : word[2..equals];
        OptionSpec? option = Array.Find(options, candidate => candidate.Long == name && name.Length > 0);
        if (option is null) return FailUnknown("--" + name, "--" + name, 0);
        if (option.IsMissing) return Missing(option);

        Option = option;
        Value = equals < 0 ? null : word[(equals + 1)..];
        ValuePlace = new WordPlace(Place.Word, equals + 1);
        if (option.ValueName is null) return equals < 0 || Fail("option '--" + name + "' takes no value", new WordPlace(Place.Word, equals));
        return equals >= 0 || TryTakeNext(option);
    }

    private bool TryTakeNext(OptionSpec option)
    {
        if (_word >= words.Length) return Fail("option '" + option.Name + "' needs a value: " + option.ValueName, Place);
        ValuePlace = new WordPlace(_word, 0);
        Value = words[_word++];
        return true;
    }

    private bool Missing(OptionSpec option) => Fail("option '" + option.Name + "' is not in this version of Minato", Place);

    private bool FailUnknown(string typed, string name, int column)
    {
        Fail("unknown option '" + typed + "'", Place with { Column = column });
        Error = Error! with { UnknownOption = name };
        return false;
    }

    private bool Fail(string problem, WordPlace place)
    {
        Error = new UsageError(problem, place.Word, place.Column, null);
        return false;
    }
}
