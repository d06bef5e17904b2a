using System;
using System.Globalization;

namespace Minato.Cli.Doors.Netstat;

/// <summary>What Minato adds to the options of every netstat, and the values that were typed.</summary>
internal sealed class OwnOptions
{
    // Above every dialect's own numbers.
    private const int Dialect = 100;
    private const int IntervalOption = 101;
    private const int RepaintOption = 102;
    private const int FromOption = 103;

    // Faster than a screen is read, and a day.
    private const double LeastSeconds = 0.1;
    private const double MostSeconds = 86_400;

    /// <summary>Part of every dialect's table.</summary>
    public static OptionSpec[] Table =>
    [
        new(Dialect, '\0', "dialect", "the netstat of another system: " + DialectChoice.Values, "NAME") { IsOwn = true },
        new(IntervalOption, '\0', "interval", "again every so many seconds, 0.1 to 86400, until ^C", "SECONDS") { IsOwn = true },
        new(RepaintOption, '\0', "repaint", "in place on a terminal, instead of one below the other", null) { IsOwn = true },
        new(FromOption, '\0', "from", "a table that some netstat or ss printed, in place of this machine's sockets; - is standard input", "FILE") { IsOwn = true },
    ];

    /// <summary>How long from one listing to the next; null for one listing.</summary>
    public TimeSpan? Interval { get; private set; }

    /// <summary>Whether listings take each other's place.</summary>
    public bool Repaint { get; private set; }

    /// <summary>The file with a printed table, <c>-</c> for standard input; null for this machine's sockets.</summary>
    public string? From { get; private set; }

    /// <summary>Takes an option of this table; false when it is another's.</summary>
    /// <param name="option">The option.</param>
    /// <param name="value">Its value, where it takes one.</param>
    /// <param name="word">Where it stands.</param>
    /// <param name="error">What is wrong with its value, or null.</param>
    public bool TryTake(OptionSpec option, string? value, int word, out UsageError? error)
    {
        error = null;
        switch (option.Id)
        {
            case Dialect: return true;
            case RepaintOption: return Repaint = true;
            case FromOption:
                From = value;
                return true;
            case IntervalOption:
                if (TryParseSeconds(value!, out TimeSpan interval)) Interval = interval;
                else error = new UsageError("an interval is a number of seconds from 0.1 to 86400, not '" + value + "'", word, 0, null);
                return true;
            default: return false;
        }
    }

    /// <summary>Seconds as <c>--interval</c> takes them.</summary>
    public static bool TryParseSeconds(string text, out TimeSpan interval)
    {
        bool isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds);
        bool isRight = isNumber && seconds is >= LeastSeconds and <= MostSeconds;
        interval = isRight ? TimeSpan.FromSeconds(seconds) : default;
        return isRight;
    }
}
