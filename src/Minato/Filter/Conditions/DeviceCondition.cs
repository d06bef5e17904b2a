using System.Text;
using Minato.Filter.Kernel;
using Minato.Model;

namespace Minato.Filter.Conditions;

/// <summary>The interface that a socket is bound to: <c>dev eth0</c>.</summary>
internal sealed class DeviceCondition(uint index, string name) : FilterCondition
{
    public override SocketFields Fields => SocketFields.Interface;

    public override bool Test(in SocketEntry row, in SocketBatch batch, FilterReading reading) => row.InterfaceIndex == index;

    public override KernelCondition? ToKernel() => new KernelCondition(KernelCode.Device) { Number = index };

    public override void AppendTo(StringBuilder text) => Word.AppendTo(text.Append("dev = "), name);
}
