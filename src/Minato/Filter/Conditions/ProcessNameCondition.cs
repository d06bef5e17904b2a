using System;
using System.Text;
using Minato.Model;

namespace Minato.Filter.Conditions;

/// <summary>A process that holds the socket, by its command name or a pattern for it: <c>proc = nginx</c>.</summary>
internal sealed class ProcessNameCondition(string name) : FilterCondition
{
    // The kernel keeps this many bytes of a command name (linux/sched.h, TASK_COMM_LEN, less its NUL).
    private const int CommandNameSize = 15;

    private readonly byte[] _name = Encoding.UTF8.GetBytes(name);
    private readonly bool _isPattern = Glob.IsPattern(name);

    public override bool NeedsOwners => true;

    public override bool Test(in SocketEntry row, in SocketBatch batch, FilterReading reading)
    {
        foreach (ProcessRef owner in batch.OwnersOf(in row))
        {
            ReadOnlySpan<byte> known = owner.Name.Span;
            bool isCut = known.Length == CommandNameSize && _name.Length > CommandNameSize;
            if (_isPattern ? Glob.Matches(_name, known, ignoreCase: false) : known.SequenceEqual(isCut ? _name.AsSpan(0, CommandNameSize) : _name)) return true;
        }

        return false;
    }

    public override void AppendTo(StringBuilder text) => Word.AppendTo(text.Append("proc = "), name);
}
