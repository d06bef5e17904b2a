using System.Text;
using Minato.Model;

namespace Minato.Filter.Conditions;

/// <summary>A process that holds the socket, by number: <c>pid = 4242</c>. One of several holders is enough.</summary>
internal sealed class ProcessIdCondition(Comparison comparison, long pid) : FilterCondition
{
    public override bool NeedsOwners => true;

    public override bool Test(in SocketEntry row, in SocketBatch batch, FilterReading reading)
    {
        foreach (ProcessRef owner in batch.OwnersOf(in row))
        {
            if (comparison.Holds(owner.Pid, pid)) return true;
        }

        return false;
    }

    public override void AppendTo(StringBuilder text) => text.Append("pid ").Append(comparison.Sign()).Append(' ').Append(pid);
}
