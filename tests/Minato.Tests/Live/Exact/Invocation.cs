using System.Globalization;

namespace Minato.Tests.Live.Exact;

/// <summary>One line as it is typed behind <c>ss</c>, with what stands before it and the width of the terminal, 0 for a pipe.</summary>
internal sealed record Invocation(string Words, string Variables = "", int Terminal = 0)
{
    /// <summary>The line for sh that asks the program, a path and words that stand before the others.</summary>
    public string Line(string program, string pty)
    {
        string command = $"{program} {Words}";
        return Terminal == 0
            ? $"{Variables} {command}"
            : $"{Variables} {pty} {Terminal.ToString(CultureInfo.InvariantCulture)} {command}";
    }

    public override string ToString() => Line("ss", "pty").Trim();
}

/// <summary>What one program answered to an invocation.</summary>
internal sealed record Answer(int ExitCode, byte[] Output, byte[] Errors);
