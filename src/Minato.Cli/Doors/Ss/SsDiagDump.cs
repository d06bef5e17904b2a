using System.Runtime.InteropServices;
using Minato.Cli.Terminal;
using Minato.Model;

namespace Minato.Cli.Doors.Ss;

/// <summary>-D: the kernel's TCP sockets as raw messages, into a file or to standard output.</summary>
internal static class SsDiagDump
{
    /// <param name="program">What the user typed to get here, for messages.</param>
    /// <param name="file">The option's value; what begins with a dash is standard output, as in ss.</param>
    /// <param name="request">What the command line asks for. As in ss its filter is not applied, its states are.</param>
    public static int Run(string program, string file, SsRequest request)
    {
        if ((request.Query.Transports & Transports.Tcp) == 0)
        {
            // As in ss, that is no error.
            Message.Error("ss: tcpdiag dump requested and no tcp in filter.");
            return ExitCode.Done;
        }

        if (file.StartsWith('-')) return Write(program, OutputStream.Standard, request);
        using OutputFile? dump = OutputFile.Create(file, out string failure);
        if (dump is not null) return Write(program, dump.Stream, request);
        Message.Error(request.Columns.Release is null ? program + ": " + file + ": " + failure : "fopen dump file: " + failure);
        return ExitCode.SsUsage;
    }

    private static int Write(string program, OutputStream output, SsRequest request)
    {
        int errno = SocketInspector.WriteDump(request.Query, bytes => output.Write(bytes.Span));
        if (output.IsBrokenPipe) return ExitCode.BrokenPipe;
        if (output.Failure != 0)
        {
            Message.Error(program + ": the dump could not be written: " + output.FailureText);
            return ExitCode.DoorWriteFailed;
        }

        if (errno == 0) return ExitCode.Done;
        Message.Error(program + ": the kernel's list broke off: " + Marshal.GetPInvokeErrorMessage(errno));
        return ExitCode.No;
    }
}
