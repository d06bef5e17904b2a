using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Minato.Tests.Live;

/// <summary>Names that other processes chose: they may forge no row, no owner and no terminal command.</summary>
public sealed class HostileNameTests(HostileScene scene) : LiveTest, IClassFixture<HostileScene>
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static TheoryData<string, string> Tables
    {
        get
        {
            var tables = new TheoryData<string, string>();
            foreach (var source in new[] { "netlink", "proc" })
            {
                foreach (var command in new[] { "ss -tlnp", "ss -xlp", "netstat -tlnp", "netstat -xlp" })
                    tables.Add(source, command);
            }

            return tables;
        }
    }

    [Theory, MemberData(nameof(Tables))]
    public void No_control_byte_reaches_the_output(string source, string command)
    {
        var outcome = Type(source, command);

        var text = Strict.GetString(outcome.OutputBytes);
        Assert.DoesNotContain(text, c => IsDangerous(c) && c != '\n');
    }

    [Theory, MemberData(nameof(Tables))]
    public void There_are_as_many_rows_as_sockets(string source, string command)
    {
        var names = Known("name").Count;
        var header = command.StartsWith("ss", StringComparison.Ordinal) ? 1 : 2;

        Assert.Equal(names + header, Type(source, command).Lines.Length);
    }

    [Theory]
    [InlineData("ss -xlp", "name")]
    [InlineData("ss -xlp", "path")]
    [InlineData("ss -tlnp", "name")]
    public void The_true_name_can_be_told_from_what_is_printed(string command, string kind)
    {
        var output = Unescape(Type("netlink", command).Output);

        foreach (var name in Known(kind))
            Assert.True(output.AsSpan().IndexOf(name) >= 0, $"{kind} {Convert.ToHexString(name)} is not in the output");
    }

    [Fact]
    public void A_quote_in_a_name_does_not_end_the_name()
    {
        foreach (var line in Type("netlink", "ss -tlnp").Lines[1..])
            Assert.Equal(2, line.Count(c => c == '"'));
    }

    [Theory]
    [InlineData("6.1", "ss -tlnp")]
    [InlineData("6.1", "ss -xlp")]
    [InlineData("6.15", "ss -tlnp")]
    [InlineData("6.15", "ss -xlp")]
    [InlineData("7.3", "ss -tlnp")]
    [InlineData("7.3", "ss -xlp")]
    public void Under_exact_too_no_control_byte_is_shown_and_no_row_is_forged(string release, string command)
    {
        var outcome = scene.Sandbox.Type(FrontDoor.Link, command, ("MINATO_EXACT", release)).Succeeded();

        // Bytes that are no UTF-8 stay what they were, as in ss.
        Assert.DoesNotContain(Encoding.UTF8.GetString(outcome.OutputBytes), c => IsDangerous(c) && c != '\n');
        Assert.Equal(Known("name").Count + 1, outcome.Lines.Length);
    }

    // C0, DEL, C1, and the characters that turn the writing direction.
    private static bool IsDangerous(char c) =>
        char.IsControl(c) || c is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069';

    private static byte[] Unescape(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 3 < text.Length && text[i + 1] == 'x')
            {
                bytes.Add(byte.Parse(text.AsSpan(i + 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 3;
            }
            else
            {
                bytes.AddRange(Strict.GetBytes([text[i]]));
            }
        }

        return [.. bytes];
    }

    private List<byte[]> Known(string kind)
    {
        var names = new List<byte[]>();
        foreach (var fact in scene.Sandbox.Facts)
        {
            if (fact.Split(' ') is [var what, var hexadecimal] && what == kind)
                names.Add(Convert.FromHexString(hexadecimal));
        }

        return names;
    }

    private Outcome Type(string source, string command)
    {
        var outcome = scene.Sandbox.Type(FrontDoor.Link, command, ("MINATO_SOURCE", source));
        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        return outcome;
    }
}
