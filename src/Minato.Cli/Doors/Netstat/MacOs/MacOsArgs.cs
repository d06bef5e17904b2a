using System;
using System.Globalization;

namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>The macOS netstat's command line as typed: no decisions yet.</summary>
internal sealed class MacOsArgs
{
    // A day, as for --interval.
    private const int MostSeconds = 86_400;

    private readonly byte[] _typed = new byte[(int)MacOsOption.Help + 1];
    private readonly WordPlace[] _places = new WordPlace[(int)MacOsOption.Help + 1];

    private WordPlace _waitPlace;

    /// <summary>What Minato adds.</summary>
    public OwnOptions Own { get; } = new();

    /// <summary>The family of <c>-f</c>, or of <c>-u</c>.</summary>
    public MacOsFamily Family { get; private set; }

    /// <summary>The protocol of <c>-p</c>.</summary>
    public MacOsProtocol Protocol { get; private set; }

    /// <summary>The interface of <c>-I</c>, or null.</summary>
    public string? Interface { get; private set; }

    /// <summary>The seconds of <c>-w</c>, or null.</summary>
    public TimeSpan? Wait { get; private set; }

    /// <summary>How often to say it again: <c>-w</c>, else <c>--interval</c>; null for once.</summary>
    public TimeSpan? Interval => Wait ?? Own.Interval;

    /// <summary>Whether it was typed. A printed table is shown whole.</summary>
    public bool Has(MacOsOption option) => _typed[(int)option] != 0 || (option == MacOsOption.All && Own.From is not null);

    /// <summary>How often a letter was typed: <c>-ss</c> and <c>-vv</c> are more than <c>-s</c> and <c>-v</c>.</summary>
    public int Count(MacOsOption option) => _typed[(int)option];

    /// <summary>Where it was typed first.</summary>
    public WordPlace PlaceOf(MacOsOption option) => _places[(int)option];

    /// <summary>The arguments, or null and what is wrong with them.</summary>
    public static MacOsArgs? Parse(string[] words, out UsageError? error)
    {
        MacOsArgs args = new();
        OptionReader reader = new(MacOsOptions.Table, words);
        while (reader.TryRead())
        {
            error = args.Take(reader);
            if (error is not null) return null;
        }

        error = reader.Error ?? args.CheckInterval() ?? MacOsModes.Check(args);
        return error is null ? args : null;
    }

    private UsageError? CheckInterval() =>
        Wait is null || Own.Interval is null ? null : new UsageError("there is an interval already, behind --interval", _waitPlace.Word, _waitPlace.Column, null);

    private UsageError? Take(OptionReader reader)
    {
        if (reader.Option is not { } option) return TakeOperand(reader.Value!, reader.WordIndex);
        WordPlace place = reader.ValuePlace;
        if (Own.TryTake(option, reader.Value, option.ValueName is null ? reader.WordIndex : place.Word, out UsageError? error)) return error;
        MacOsOption id = (MacOsOption)option.Id;
        if (_typed[option.Id] == 0) _places[option.Id] = new WordPlace(reader.WordIndex, reader.Column);
        if (_typed[option.Id] < byte.MaxValue) _typed[option.Id]++;
        return id switch
        {
            MacOsOption.Family => TakeFamily(reader.Value!, place),
            MacOsOption.Protocol => TakeProtocol(reader.Value!, place),
            MacOsOption.Wait => TakeSeconds(reader.Value!, place),
            MacOsOption.Interface => TakeInterface(reader.Value!, place),
            _ => null,
        };
    }

    // As all of BSD's descendants: `netstat 5` is `netstat -i -w 5`.
    private UsageError? TakeOperand(string word, int index)
    {
        if (word.Length == 0 || !char.IsAsciiDigit(word[0])) return new UsageError("nothing can be done with '" + word + "'", index, 0, null);
        _typed[(int)MacOsOption.Interfaces] = 1;
        return TakeSeconds(word, new WordPlace(index, 0));
    }

    private UsageError? TakeFamily(string word, WordPlace place)
    {
        MacOsFamily? family = MacOsNames.Family(word);
        if (family is null) return new UsageError("there is no address family '" + word + "': " + MacOsNames.Families, place.Word, place.Column, null);
        Family = family.Value;
        return null;
    }

    private UsageError? TakeProtocol(string word, WordPlace place)
    {
        MacOsProtocol? protocol = MacOsNames.Protocol(word);
        if (protocol is null) return new UsageError("there is no protocol '" + word + "': " + MacOsNames.Protocols, place.Word, place.Column, null);
        Protocol = protocol.Value;
        return null;
    }

    private UsageError? TakeInterface(string word, WordPlace place)
    {
        Interface = word;
        return word.Length == 0 ? new UsageError("an interface has a name", place.Word, place.Column, null) : null;
    }

    private UsageError? TakeSeconds(string word, WordPlace place)
    {
        bool isNumber = int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seconds);
        if (!isNumber || seconds is < 1 or > MostSeconds)
            return new UsageError("an interval is a number of seconds from 1 to 86400, not '" + word + "'", place.Word, place.Column, null);
        Wait = TimeSpan.FromSeconds(seconds);
        _waitPlace = place;
        return null;
    }
}
