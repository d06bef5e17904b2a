using System;
using Minato.Interop.Linux;
using Minato.Model;
using Minato.Sources;
using Minato.Sources.Linux;
using Minato.Tests.Filter;
using Minato.Tests.Wire;

namespace Minato.Tests.Sources;

/// <summary>A connection of which both ends are asked is looked up, not searched in a dump.</summary>
public sealed class OneConnectionTests
{
    private const string Both = "src 127.0.0.1 and sport = :7 and dst 0.0.0.0:9";

    private readonly CollectingSink _sink = new();

    [Theory]
    [InlineData(Both, true)]
    [InlineData("src 10.0.0.1:80 and dst 10.0.0.2:4000", true)]
    [InlineData("src [2001:db8::1]:80 and dst [2001:db8::2]:4000", true)]
    [InlineData("src 10.0.0.1:80 and dst 10.0.0.2:4000 and not dport = :5", true)]
    [InlineData("src 10.0.0.1:80 and dst 10.0.0.2", false)]
    [InlineData("src 10.0.0.1:80 and dport = :4000", false)]
    [InlineData("src 10.0.0.0/24:80 and dst 10.0.0.2:4000", false)]
    [InlineData("src 10.0.0.1:80 or dst 10.0.0.2:4000", false)]
    [InlineData("not ( src 10.0.0.1:80 and dst 10.0.0.2:4000 )", false)]
    [InlineData("src [::ffff:10.0.0.1]:80 and dst [::ffff:10.0.0.2]:4000", false)]
    [InlineData("src 10.0.0.1:80 and dst [2001:db8::2]:4000", false)]
    public void A_filter_names_a_connection_when_it_leaves_both_ends_no_choice(string filter, bool names) =>
        Assert.Equal(names, Filters.Read(filter).Kernel?.Connection is not null);

    [Fact]
    public void What_is_found_is_the_answer()
    {
        FakeKernel kernel = new([Found(state: 1)]);

        Assert.Equal(TableOutcome.Complete, Read(kernel));
        Assert.Equal([5], _sink.Inodes);
        byte[] request = Assert.Single(kernel.Requests);

        // NLM_F_REQUEST and no dump; the ports as they travel; no cookie.
        Assert.Equal((1, 72), (BitConverter.ToUInt16(request, 6), request.Length));
        Assert.Equal([0, 7, 0, 9], request[24..28]);
        Assert.Equal(ulong.MaxValue, BitConverter.ToUInt64(request, 64));
    }

    [Fact]
    public void No_extension_is_asked_that_is_not_printed()
    {
        FakeKernel plain = new([Found(state: 1)]);
        FakeKernel info = new([Found(state: 1)]);
        _ = Read(plain);
        _ = Read(info, SocketFields.Info);

        Assert.Equal((0, 0b1110), (plain.Requests[0][18], info.Requests[0][18]));
    }

    public static TheoryData<string> Doubts => ["ENOENT", "a listener for it", "another state than asked"];

    [Theory]
    [MemberData(nameof(Doubts))]
    public void Anything_else_is_left_to_a_dump(string doubt)
    {
        Receive answer = doubt switch
        {
            "ENOENT" => Receive.Error(Errno.ENOENT),
            "a listener for it" => Receive.Rows(7),
            _ => Found(state: 6),
        };
        FakeKernel kernel = new([answer], [Receive.Rows(3), Receive.Done()]);

        Assert.Equal(TableOutcome.Complete, Read(kernel, states: StateSet.All.Without(StateSet.Of(SocketState.TimeWait))));
        Assert.Equal([3], _sink.Inodes);
        Assert.Equal(kernel.Opened, kernel.Closed);
    }

    // 127.0.0.1:7 to 0.0.0.0:9.
    private static Receive Found(byte state)
    {
        byte[] row = DiagBytes.Inet(7, 5, state: state);
        row[7] = 9;
        return Receive.Messages(row);
    }

    private TableOutcome Read(FakeKernel kernel, SocketFields fields = SocketFields.None, StateSet? states = null)
    {
        RowBuffer rows = new(16, _sink);
        using NetlinkSource source = new(kernel);
        TableOutcome outcome = source.Append(Requests.Tcp with { Filter = Filters.Read(Both).Kernel, Fields = fields, States = states ?? StateSet.All }, rows);
        rows.Finish();
        return outcome;
    }
}
