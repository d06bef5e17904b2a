using System;
using System.Net;
using Minato.Filter;
using Minato.Model;
using Minato.Tests.Filter;

namespace Minato.Tests.Sources;

/// <summary>A filter between the sources and the consumer, on this process's own sockets.</summary>
public sealed class FilteredReadingTests(LiveSockets live) : IClassFixture<LiveSockets>
{
    private readonly int _port = ((IPEndPoint)live.Listener.LocalEndPoint!).Port;

    [Theory]
    [InlineData(SourcePreference.Netlink)]
    [InlineData(SourcePreference.ProcNet)]
    public void Only_what_passes_is_delivered_and_counted(SourcePreference source)
    {
        SocketSnapshot snapshot = Read($"sport = :{_port}", source);
        Assert.NotEmpty(snapshot.Rows);
        Assert.All(snapshot.Rows, row => Assert.Equal(_port, row.Entry.Local.Port));
        Assert.Equal(snapshot.Rows.Count, snapshot.Report.Rows);
    }

    [Fact]
    public void A_filter_by_process_brings_the_search_for_owners_along()
    {
        SocketSnapshot snapshot = Read($"sport = :{_port} and pid = {Environment.ProcessId}");
        Assert.NotEmpty(snapshot.Rows);
        Assert.Empty(Read($"sport = :{_port} and not pid = {Environment.ProcessId} and state listening").Rows);
    }

    [Fact]
    public void A_filter_by_user_brings_the_field_along() =>
        Assert.NotEmpty(Read($"sport = :{_port} and uid < 4294967295", fields: SocketFields.None).Rows);

    [Fact]
    public void A_filter_by_metrics_brings_them_along() =>
        Assert.NotEmpty(Read($"port = {_port} and state established and rtt < 1h", fields: SocketFields.None).Rows);

    [Fact]
    public void Directions_are_told_of_what_passes_although_the_listener_does_not()
    {
        SocketSnapshot snapshot = Read($"sport = :{_port} and state established", fields: SocketFields.Direction);
        Assert.NotEmpty(snapshot.Rows);
        Assert.All(snapshot.Rows, row => Assert.NotEqual(Direction.Out, row.Entry.Direction));
    }

    private static SocketSnapshot Read(
        string filter, SourcePreference source = SourcePreference.Automatic, SocketFields fields = SocketFields.Cookie) => SocketInspector.Snapshot(new SocketQuery
        {
            Transports = Transports.Tcp,
            Source = source,
            Fields = fields,
            Filter = Filters.Read(filter, FilterGrammar.Native),
        });
}
