using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Model.Network;
using Minato.Rendering;
using Minato.Rendering.Netstat.MacOs;

namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>A line each interval about what went through an interface, or through all (-w).</summary>
internal sealed class MacOsTrafficListing : NetstatListing
{
    private readonly string _program;
    private readonly string[] _words;
    private readonly MacOsArgs _args;
    private readonly byte[]? _only;
    private readonly Utf8Sink _sink = new(OutputStream.Standard);
    private readonly MacOsTrafficTable _table;
    private bool _isBegun;
    private bool _isOver;

    public MacOsTrafficListing(string program, string[] words, MacOsArgs args)
    {
        _program = program;
        _words = words;
        _args = args;
        _only = MacOsNetwork.Name(args);
        _table = new MacOsTrafficTable(_sink, _only, args.Has(MacOsOption.Dropped));
    }

    public override bool IsOver => _isOver;

    public override int Print()
    {
        InterfaceEntry[] interfaces = MacOsNetwork.Interfaces(IpFamilies.None, out SocketReport report);
        if (_only is not null)
        {
            if (MacOsNetwork.Find(interfaces, _only) is not { } one)
            {
                _isOver = true;
                return MacOsNetwork.Miss(_program, _args, wasThere: _isBegun);
            }

            interfaces = [one];
        }

        InterfaceCounters sum = Sum(interfaces);
        if (_isBegun) _table.Append(in sum);
        else _table.Begin(in sum);
        _sink.Flush();
        if (_isBegun && report.Unavailable.Count == 0) return OutputStream.Standard.Failure == 0 ? ExitCode.Done : DoorReport.End(_program, _words, report);
        _isBegun = true;
        return DoorReport.End(_program, _words, report);
    }

    private static InterfaceCounters Sum(InterfaceEntry[] interfaces)
    {
        InterfaceCounters sum = default;
        foreach (InterfaceEntry entry in interfaces)
        {
            if (entry.Counters is { } counted) sum.Add(in counted);
        }

        return sum;
    }
}
