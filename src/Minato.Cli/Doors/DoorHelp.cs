using System;
using System.Text;
using Minato.Cli.Terminal;
using Minato.Filter;

namespace Minato.Cli.Doors;

/// <summary>A door's help, made from its option table.</summary>
internal static class DoorHelp
{
    private const int Column = 28;
    private const int Width = 100;

    /// <summary>Prints the usage, the options, the words of a filter and the examples (options that make good ones).</summary>
    public static int Print(string program, OptionGroup[] groups, ReadOnlySpan<FilterWord> filter, ReadOnlySpan<string> examples)
    {
        StringBuilder text = new();
        text.Append("usage: ").Append(program).Append(" [OPTIONS] [FILTER]\n");
        foreach (OptionGroup group in groups)
        {
            text.Append('\n').Append(group.Title).Append(":\n");
            foreach (OptionSpec option in group.Options) AppendOption(text, option);
        }

        text.Append("\nFilter (joined by and, or, not and parentheses; those with * are not in ss):\n");
        foreach (FilterWord word in filter)
            AppendWrapped(text, "  " + word.Word + (word.IsSs ? "" : "*"), word.What + ": " + word.Example);
        text.Append('\n');
        return Finish(text, program, examples);
    }

    /// <summary>The same of a door whose options stand in one list.</summary>
    public static int Print(string program, OptionSpec[] options, ReadOnlySpan<string> examples)
    {
        StringBuilder text = new();
        text.Append("usage: ").Append(program).Append(" [OPTIONS]\n");
        foreach (OptionSpec option in options) AppendOption(text, option);
        return Finish(text, program, examples);
    }

    private static int Finish(StringBuilder text, string program, ReadOnlySpan<string> examples)
    {
        text.Append("examples:");
        foreach (string example in examples) text.Append("  ").Append(program).Append(' ').Append(example);
        Message.Print(text.ToString());
        return OutputStream.Standard.Failure == 0 ? ExitCode.Done : ExitCode.DoorWriteFailed;
    }

    private static void AppendOption(StringBuilder text, OptionSpec option)
    {
        if (option.Help is null) return;
        AppendWrapped(text, Names(option), option.Help);
    }

    private static string Names(OptionSpec option)
    {
        if (option.Long is null) return "  -" + option.Short + (option.ValueName is null ? "" : " " + option.ValueName);
        return (option.Short == '\0' ? "      --" : "  -" + option.Short + ", --") + option.Long + option.ValueHint;
    }

    private static void AppendWrapped(StringBuilder text, string name, string help)
    {
        text.Append(name.PadRight(Column - 1));
        int column = Math.Max(Column - 1, name.Length);
        foreach (string word in help.Split(' '))
        {
            if (column + 1 + word.Length > Width)
            {
                text.Append('\n').Append(' ', Column - 1);
                column = Column - 1;
            }

            text.Append(' ').Append(word);
            column += 1 + word.Length;
        }

        text.Append('\n');
    }
}
