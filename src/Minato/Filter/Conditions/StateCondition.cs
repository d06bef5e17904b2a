using System.Text;
using Minato.Filter.Parsing;
using Minato.Model;

namespace Minato.Filter.Conditions;

/// <summary>States: <c>state established</c>.</summary>
internal sealed class StateCondition(StateSet states) : FilterCondition
{
    public override StateSet? States => states;

    /// <summary>Whether the options say it, not the words.</summary>
    public bool IsImplied { get; init; }

    public override bool Test(in SocketEntry row, in SocketBatch batch, FilterReading reading) => states.Contains(row.State);

    public override void AppendTo(StringBuilder text)
    {
        text.Append("state ");
        string separator = "";
        for (int number = 0; number < 32; number++)
        {
            if ((states.Mask >> number & 1) == 0) continue;
            text.Append(separator).Append(StateWords.Canonical(number));
            separator = ",";
        }
    }
}
