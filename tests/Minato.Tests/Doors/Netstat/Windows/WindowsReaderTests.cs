using System;
using System.Collections.Generic;
using Minato.Cli.Doors;
using Minato.Cli.Doors.Netstat.Windows;

namespace Minato.Tests.Doors.Netstat.Windows;

public sealed class WindowsReaderTests
{
    [Theory]
    [InlineData("-ano", "a n o")]
    [InlineData("/ano", "a n o")]
    [InlineData("-ANO", "a n o")]
    [InlineData("/aNo", "a n o")]
    [InlineData("-a -n -o", "a n o")]
    [InlineData("/a /n /o", "a n o")]
    [InlineData("-a /N -O", "a n o")]
    [InlineData("-aa", "a a")]
    [InlineData("-b /e -f /i -q /r -s /t -x /y", "b e f i q r s t x y")]
    [InlineData("-p tcp", "p=tcp")]
    [InlineData("-P TCPv6", "p=TCPv6")]
    [InlineData("/anp udp -o", "a n p=udp o")]
    [InlineData("-ptcp", "p=tcp")]
    [InlineData("-p -s", "p=-s")]
    [InlineData("-o 5", "o '5'")]
    [InlineData("5 -o", "'5' o")]
    [InlineData("-5", "'-5'")]
    [InlineData("-?", "?")]
    [InlineData("/?", "?")]
    [InlineData("--help", "--help")]
    [InlineData("--dialect windows -a", "--dialect=windows a")]
    [InlineData("--dialect=windows -a", "--dialect=windows a")]
    [InlineData("--interval 0.5", "--interval=0.5")]
    [InlineData("--repaint -n", "--repaint n")]
    [InlineData("", "")]
    public void Letters_are_read_in_either_case_behind_either_sign(string typed, string read)
    {
        Assert.Equal(read, Read(typed, out UsageError? error));
        Assert.Null(error);
    }

    [Theory]
    [InlineData("-anz", "unknown option '-z'", 0, 3)]
    [InlineData("/anz", "unknown option '/z'", 0, 3)]
    [InlineData("-an /oZ", "unknown option '/Z'", 1, 2)]
    [InlineData("-a-n", "unknown option '--'", 0, 2)]
    [InlineData("/5", "unknown option '/5'", 0, 1)]
    [InlineData("/etc/passwd", "unknown option '/c'", 0, 3)]
    [InlineData("-aé", "unknown option '-é'", 0, 2)]
    [InlineData("-a -", "an option's letter is missing behind '-'", 1, 1)]
    [InlineData("/", "an option's letter is missing behind '/'", 0, 1)]
    [InlineData("-a --all", "unknown option '--all'", 1, 0)]
    [InlineData("--", "unknown option '--'", 0, 0)]
    [InlineData("--HELP", "unknown option '--HELP'", 0, 0)]
    [InlineData("--help=yes", "option '--help' takes no value", 0, 6)]
    [InlineData("-p", "option '-p' needs a value: PROTO", 0, 1)]
    [InlineData("-an /oP", "option '-p' needs a value: PROTO", 1, 2)]
    [InlineData("-a --interval", "option '--interval' needs a value: SECONDS", 1, 0)]
    public void A_mistake_is_named_with_the_letter_it_is_at(string typed, string problem, int word, int column)
    {
        _ = Read(typed, out UsageError? error);

        Assert.Equal((problem, word, column), (error?.Problem, error?.Word, error?.Column));
    }

    [Theory]
    [InlineData("-p tcp", 1, 0)]
    [InlineData("-anptcp", 0, 4)]
    [InlineData("--interval=7", 0, 11)]
    public void A_value_has_a_place_of_its_own(string typed, int word, int column)
    {
        WindowsReader reader = new(WindowsOptions.Table, typed.Split(' '));
        while (reader.TryRead() && reader.Value is null)
        {
        }

        Assert.Equal((word, column), (reader.ValuePlace.Word, reader.ValuePlace.Column));
    }

    private static string Read(string typed, out UsageError? error)
    {
        List<string> read = [];
        WindowsReader reader = new(WindowsOptions.Table, typed.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        while (reader.TryRead())
        {
            if (reader.Option is null) read.Add($"'{reader.Value}'");
            else read.Add((reader.Option.Short == '\0' ? "--" + reader.Option.Long : reader.Option.Short.ToString()) + (reader.Value is null ? "" : "=" + reader.Value));
        }

        error = reader.Error;
        return string.Join(' ', read);
    }
}
