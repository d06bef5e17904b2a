using System.Globalization;
using System.Text;
using Minato.Filter.Kernel;
using Minato.Model;

namespace Minato.Filter.Conditions;

/// <summary>The firewall mark: <c>fwmark 0x1/0xff</c>. A mark that was not told counts as 0, as in ss.</summary>
internal sealed class MarkCondition(uint mark, uint mask) : FilterCondition
{
    public override SocketFields Fields => SocketFields.Mark;

    public override bool Test(in SocketEntry row, in SocketBatch batch, FilterReading reading) => (row.Mark & mask) == mark;

    public override KernelCondition? ToKernel() => new KernelCondition(KernelCode.Mark) { Number = mark, Mask = mask };

    public override void AppendTo(StringBuilder text) =>
        text.Append(CultureInfo.InvariantCulture, $"fwmark = 0x{mark:x}/0x{mask:x}");
}
