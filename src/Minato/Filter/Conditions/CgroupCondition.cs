using System.Text;
using Minato.Filter.Kernel;
using Minato.Model;

namespace Minato.Filter.Conditions;

/// <summary>One control group, by its id: <c>cgroup /sys/fs/cgroup/user.slice</c>.</summary>
internal sealed class CgroupCondition(ulong id, string path) : FilterCondition
{
    public override SocketFields Fields => SocketFields.Cgroup;

    public override bool Test(in SocketEntry row, in SocketBatch batch, FilterReading reading) => row.CgroupId == id;

    public override KernelCondition? ToKernel() => new KernelCondition(KernelCode.Cgroup) { CgroupId = id };

    public override void AppendTo(StringBuilder text) => Word.AppendTo(text.Append("cgroup = "), path);
}
