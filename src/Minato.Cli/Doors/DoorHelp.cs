using System;
using System.Text;
using Minato.Cli.Terminal;

namespace Minato.Cli.Doors;

/// <summary>A door's help, made from its option table.</summary>
internal static class DoorHelp
{
    private const int Column = 22;

    /// <summary>Prints the usage, the options and the examples (options that make good ones).</summary>
    public static int Print(string program, OptionSpec[] options, ReadOnlySpan<string> examples)
    {
        StringBuilder text = new();
        text.Append("usage: ").Append(program).Append(" [OPTIONS]\n");
        foreach (OptionSpec option in options)
        {
            if (option.Help is null) continue;
            string names = "  -" + option.Short + ", --" + option.Long;
            text.Append(names.PadRight(Column)).Append(option.Help).Append('\n');
        }

        text.Append("examples:");
        foreach (string example in examples) text.Append("  ").Append(program).Append(' ').Append(example);
        Message.Print(text.ToString());
        return OutputStream.Standard.Failure == 0 ? ExitCode.Done : ExitCode.DoorWriteFailed;
    }
}
