using System;
using System.Text;
using Minato.Model;

namespace Minato.Filter.Conditions;

/// <summary>
/// A pattern for the path of the control group (<c>cgroup = /user.slice/*</c>), or for one step of it
/// (<c>unit = nginx.service</c>).
/// </summary>
internal sealed class CgroupPathCondition(bool isUnit, string pattern) : FilterCondition
{
    private readonly byte[] _pattern = Encoding.UTF8.GetBytes(isUnit && !pattern.Contains('.', StringComparison.Ordinal) ? pattern + ".service" : pattern);

    public override SocketFields Fields => SocketFields.Cgroup;

    public override bool Test(in SocketEntry row, in SocketBatch batch, FilterReading reading)
    {
        ReadOnlySpan<byte> path = batch.CgroupOf(in row);
        if (!isUnit) return !path.IsEmpty && Glob.Matches(_pattern, path, ignoreCase: false);
        foreach (Range step in path.Split((byte)'/'))
        {
            if (Glob.Matches(_pattern, path[step], ignoreCase: false)) return true;
        }

        return false;
    }

    public override void AppendTo(StringBuilder text) => Word.AppendTo(text.Append(isUnit ? "unit = " : "cgroup = "), pattern);
}
