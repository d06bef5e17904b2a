using System;
using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Ss;

namespace Minato.Cli.Doors.Ss;

/// <summary>The table of an ss command line on standard output: Minato's own, or that of a release of ss.</summary>
internal sealed class SsListing : ISocketConsumer, IDisposable
{
    private readonly Utf8Sink _sink = new(OutputStream.Standard);
    private readonly RowNames _names;
    private readonly SsExactTable? _exact;
    private readonly SsTable? _own;

    /// <param name="request">What the command line asks for.</param>
    /// <param name="readsTables">Whether rows come from the tables, not as they happen.</param>
    public SsListing(SsRequest request, bool readsTables = true)
    {
        if (request.Columns.Release is null)
        {
            _names = new RowNames(request.Names, request.Query.ProcRoot);
            _own = new SsTable(_sink, request.Columns, _names);
            return;
        }

        _names = new RowNames(request.Names, request.Query.ProcRoot, readsTables ? request.Query.Transports : Transports.None);
        _exact = new SsExactTable(_sink, request.Columns, _names);
    }

    public bool Accept(SocketBatch batch) => _exact is null ? _own!.Accept(batch) : _exact.Accept(batch);

    /// <summary>Shows what was accepted so far. False when that failed.</summary>
    public bool Show() => _exact?.Finish() ?? _sink.Flush();

    /// <summary>Shows the rest, says what is missing (ss says nothing of it), and gives the exit code.</summary>
    public int End(string program, string[] words, SocketReport report)
    {
        Show();
        return _exact is null ? DoorReport.End(program, words, report) : DoorReport.EndExact(program, report);
    }

    public void Dispose() => _names.Dispose();
}
