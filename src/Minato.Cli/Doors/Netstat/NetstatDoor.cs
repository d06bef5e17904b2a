using System;
using Minato.Cli.Doors.Netstat.Linux;
using Minato.Cli.Doors.Netstat.MacOs;
using Minato.Cli.Doors.Netstat.Windows;
using Minato.Cli.Terminal;

namespace Minato.Cli.Doors.Netstat;

/// <summary>The netstat door: <c>netstat …</c> and <c>minato netstat …</c>, in the dialect of this system or the one asked for.</summary>
internal static class NetstatDoor
{
    public static int Run(string program, string[] words)
    {
        NetstatDialect dialect = DialectChoice.Find(words, out UsageError? error);
        if (error is not null) return Refuse(program, words, error, dialect);
        if (DoorEnvironment.Problem is { } problem)
        {
            Message.Error(program + ": " + problem);
            return UsageCode(dialect);
        }

        return dialect switch
        {
            NetstatDialect.Windows => WindowsDoor.Run(program, words),
            NetstatDialect.MacOs or NetstatDialect.MacOs15 => MacOsDoor.Run(program, words, dialect),
            _ => LinuxDoor.Run(program, words),
        };
    }

    /// <summary>Says what is wrong with the command line, and how the dialect is used.</summary>
    public static int Refuse(string program, ReadOnlySpan<string> words, UsageError error, NetstatDialect dialect)
    {
        string message = error.Describe(program, words);
        if (OtherDialects.Describe(error, dialect) is { } elsewhere) message += "\n" + elsewhere;
        Message.Error(message + "\n" + NetstatUsage.Of(program, dialect));
        return error.Code ?? UsageCode(dialect);
    }

    private static int UsageCode(NetstatDialect dialect) => dialect == NetstatDialect.Linux ? ExitCode.NetstatUsage : ExitCode.No;
}
