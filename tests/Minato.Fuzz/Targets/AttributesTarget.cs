using System;
using System.Collections.Generic;
using Minato.Events;
using Minato.Model;
using Minato.Rendering.Ss;
using Minato.Sources;
using Minato.Sources.Linux;

namespace Minato.Fuzz.Targets;

/// <summary>One message of each kind: the first byte says of which table, the rest is its payload.</summary>
internal sealed class AttributesTarget : Target
{
    private static readonly SocketTable[] All = Enum.GetValues<SocketTable>();
    private static readonly SsRelease[] Releases = [SsRelease.V6_1, SsRelease.V6_15, SsRelease.V7_3];

    // Families and lengths of the fixed parts, by table.
    private static readonly (byte Family, int Length)[] Heads =
        [(2, 72), (2, 72), (10, 72), (1, 16), (2, 72), (10, 72), (2, 72), (17, 24), (16, 28), (40, 28), (30, 4), (44, 16)];

    public override IEnumerable<byte[]> Seeds()
    {
        for (int table = 0; table < All.Length; table++)
        {
            foreach (int length in (int[])[1, 4, 8, 40, 248])
                yield return [(byte)table, .. Message.Payload(Heads[table].Family, Heads[table].Length, 24, length)];
        }
    }

    public override void Run(ReadOnlySpan<byte> input)
    {
        if (input.IsEmpty) return;
        Tables tables = new(Releases[input[0] / All.Length % Releases.Length]);
        RowBuffer rows = new(4, tables);
        TableRequest request = new(
            All[input[0] % All.Length], IpFamilies.Both, Transports.All, StateSet.All, Tables.Everything, FamiliesApart: true, NetNamespace: 1);
        _ = new DumpStep(request, null).TryAppend(input[1..], rows);
        rows.Finish();
        DestroyEvents.Take(Message.Of(20, input[1..]), Tables.Everything, 1, new SocketDetails(), new EventSink(tables));
    }

    private sealed class EventSink(Tables tables) : IEventSink
    {
        public bool Take(ref SocketEntry socket, SocketDetails details) => tables.Deliver(new Span<SocketEntry>(ref socket), [details], isLast: false);

        public void Lose()
        {
        }
    }
}
