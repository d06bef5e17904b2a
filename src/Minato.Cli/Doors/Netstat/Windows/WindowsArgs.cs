using System;
using System.Globalization;
using Minato.Rendering.Netstat.Windows;

namespace Minato.Cli.Doors.Netstat.Windows;

/// <summary>The Windows netstat's command line as typed: no decisions yet.</summary>
internal sealed class WindowsArgs
{
    private const int MostSeconds = 86_400;
    private const string IntervalRange = "a whole number of seconds from 1 to 86400";

    private readonly WordPlace[] _places = new WordPlace[(int)WindowsOption.Help + 1];
    private uint _typed;
    private TimeSpan? _interval;
    private WordPlace _intervalPlace;

    /// <summary>What Minato adds.</summary>
    public OwnOptions Own { get; } = new();

    /// <summary>What <c>-p</c> names; none when it was not typed. The last one counts, with the names that follow it.</summary>
    public WindowsProtocols Protocol { get; private set; }

    /// <summary>Where that name stands.</summary>
    public WordPlace ProtocolPlace { get; private set; }

    /// <summary>Where a second name stands behind <c>-p</c>, or null: Microsoft's page of netstat has <c>-s -p tcp udp</c>.</summary>
    public WordPlace? SecondProtocolPlace { get; private set; }

    /// <summary>How long from one listing to the next; null for one listing.</summary>
    public TimeSpan? Interval => _interval ?? Own.Interval;

    /// <summary>Whether it is among the words.</summary>
    public bool IsTyped(WindowsOption option) => (_typed >> (int)option & 1) != 0;

    /// <summary>Whether it is asked: a printed table is shown whole.</summary>
    public bool Has(WindowsOption option) => IsTyped(option) || (option == WindowsOption.All && Own.From is not null);

    /// <summary>Where it was typed first.</summary>
    public WordPlace PlaceOf(WindowsOption option) => _places[(int)option];

    /// <summary>The arguments, or null and what is wrong with them.</summary>
    public static WindowsArgs? Parse(string[] words, out UsageError? error)
    {
        WindowsArgs args = new();
        WindowsReader reader = new(WindowsOptions.Table, words);
        while (reader.TryRead())
        {
            error = reader.Option is not null ? args.Take(reader.Option, reader)
                : args.TryTakeProtocol(reader.Value!, reader.Place) ? null
                : args.TakeInterval(reader.Value!, reader.Place);
            if (error is not null) return null;
        }

        error = reader.Error ?? (args.Has(WindowsOption.Help) ? null : args.CheckInterval() ?? WindowsRules.Check(args));
        return error is null ? args : null;
    }

    private UsageError? CheckInterval() =>
        _interval is null || Own.Interval is null ? null : At(_intervalPlace, "there is an interval already, behind --interval");

    private UsageError? Take(OptionSpec option, WindowsReader reader)
    {
        if (Own.TryTake(option, reader.Value, reader.ValuePlace.Word, out UsageError? error))
            return error is null ? null : error with { Column = reader.ValuePlace.Column };

        if (!IsTyped((WindowsOption)option.Id)) _places[option.Id] = reader.Place;
        _typed |= 1u << option.Id;
        if ((WindowsOption)option.Id != WindowsOption.Protocol) return null;
        Protocol = WindowsProtocolNames.Parse(reader.Value!);
        ProtocolPlace = reader.ValuePlace;
        SecondProtocolPlace = null;
        return Protocol != WindowsProtocols.None ? null : At(ProtocolPlace,
            "there is no protocol '" + reader.Value + "': " + WindowsProtocolNames.Ports + ", and with -s also " + WindowsProtocolNames.Others);
    }

    private bool TryTakeProtocol(string word, WordPlace place)
    {
        int last = (SecondProtocolPlace ?? ProtocolPlace).Word;
        WindowsProtocols another = WindowsProtocolNames.Parse(word);
        if (another == WindowsProtocols.None || Protocol == WindowsProtocols.None || place.Word != last + 1) return false;
        Protocol |= another;
        SecondProtocolPlace = place;
        return true;
    }

    private UsageError? TakeInterval(string word, WordPlace place)
    {
        bool isNumber = int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds);
        if (isNumber && seconds is >= 1 and <= MostSeconds && _interval is null)
        {
            _interval = TimeSpan.FromSeconds(seconds);
            _intervalPlace = place;
            return null;
        }

        if (isNumber && _interval is not null) return At(place, "there is an interval already: '" + word + "' is a second one");
        return At(place, IsLikeNumber(word)
            ? "an interval is " + IntervalRange + ", not '" + word + "'"
            : "'" + word + "' is neither an option nor an interval, which is " + IntervalRange);
    }

    private static bool IsLikeNumber(string word) => word.Length > 0 && (char.IsAsciiDigit(word[0]) || (word.Length > 1 && word[0] is '-' or '+' or '.' && char.IsAsciiDigit(word[1])));

    private static UsageError At(WordPlace place, string problem) => new(problem, place.Word, place.Column, null);
}
