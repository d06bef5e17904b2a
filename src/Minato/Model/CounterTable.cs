using System;

namespace Minato.Model;

/// <summary>
/// Counters of the kernel with the names and in the order that its files give them, so that those of a kernel newer than
/// this program are in it too. Names are kept as bytes: most are only looked for, and some printed.
/// </summary>
internal sealed class CounterTable
{
    // Linux 6.18 has 330 counters in net/snmp and net/netstat, whose names take 4.5 kB.
    private byte[] _names = new byte[6 * 1024];
    private Counter[] _counters = new Counter[384];
    private CounterGroup[] _groups = new CounterGroup[16];
    private int _nameBytes;
    private int _counterCount;
    private int _groupCount;

    /// <summary>Groups in the order of their files; the kernel may give one name twice.</summary>
    public ReadOnlySpan<CounterGroup> Groups => _groups.AsSpan(0, _groupCount);

    /// <summary>Counters that had no number, or lines that were no counters: they are in no group.</summary>
    public int Damaged { get; set; }

    public ReadOnlySpan<Counter> Of(in CounterGroup group) => _counters.AsSpan(group.First, group.Count);

    public ReadOnlySpan<byte> Name(in CounterGroup group) => _names.AsSpan(group.NameStart, group.NameLength);

    public ReadOnlySpan<byte> Name(in Counter counter) => _names.AsSpan(counter.NameStart, counter.NameLength);

    /// <summary>Begins a group: counters are added to it until the next begins.</summary>
    public void Begin(ReadOnlySpan<byte> group)
    {
        if (_groupCount == _groups.Length) Array.Resize(ref _groups, _groupCount * 2);
        _groups[_groupCount++] = new CounterGroup(Keep(group), group.Length, _counterCount, 0);
    }

    /// <summary>Adds a counter to the group that was begun last.</summary>
    public void Add(ReadOnlySpan<byte> name, long value)
    {
        if (_counterCount == _counters.Length) Array.Resize(ref _counters, _counterCount * 2);
        _counters[_counterCount++] = new Counter(Keep(name), name.Length, value);
        ref CounterGroup group = ref _groups[_groupCount - 1];
        group = group with { Count = group.Count + 1 };
    }

    /// <summary>The group that was begun last; nothing when none was.</summary>
    public ReadOnlySpan<byte> Current => _groupCount == 0 ? default : Name(_groups[_groupCount - 1]);

    /// <summary>Whether there is a group of this name.</summary>
    public bool Has(ReadOnlySpan<byte> group)
    {
        foreach (ref readonly CounterGroup one in Groups)
        {
            if (Name(one).SequenceEqual(group)) return true;
        }

        return false;
    }

    /// <summary>The first counter of that name in a group of that name; false when the kernel has none.</summary>
    public bool TryGet(ReadOnlySpan<byte> group, ReadOnlySpan<byte> name, out long value)
    {
        foreach (ref readonly CounterGroup one in Groups)
        {
            if (!Name(one).SequenceEqual(group)) continue;
            foreach (ref readonly Counter counter in Of(one))
            {
                if (!Name(counter).SequenceEqual(name)) continue;
                value = counter.Value;
                return true;
            }
        }

        value = 0;
        return false;
    }

    private int Keep(ReadOnlySpan<byte> name)
    {
        if (name.Length > _names.Length - _nameBytes) Array.Resize(ref _names, Math.Max(_names.Length * 2, _nameBytes + name.Length));
        name.CopyTo(_names.AsSpan(_nameBytes));
        _nameBytes += name.Length;
        return _nameBytes - name.Length;
    }
}
