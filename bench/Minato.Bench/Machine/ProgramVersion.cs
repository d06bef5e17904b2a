using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;

namespace Minato.Bench.Machine;

/// <summary>The line in which an installed program names its release.</summary>
internal static class ProgramVersion
{
    public static string Ask(string program, string option)
    {
        try
        {
            var start = new ProcessStartInfo(program, [option])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var complaint = process.StandardError.ReadToEndAsync();
            var text = process.StandardOutput.ReadToEnd() + complaint.Result;
            process.WaitForExit();
            return Pick(text) ?? Path.GetFileName(program);
        }
        catch (Win32Exception)
        {
            return $"{program}: not installed";
        }
    }

    /// <summary>The first line with a digit: <c>iproute2-6.1.0</c>, <c>net-tools 2.10</c>, <c>4.95.0</c>.</summary>
    internal static string? Pick(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            if (!line.AsSpan().ContainsAnyInRange('0', '9'))
                continue;
            var start = line.LastIndexOfAny([',', ':']) + 1;
            return line[start..].Trim();
        }
        return null;
    }
}
