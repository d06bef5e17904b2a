using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;

namespace Minato.Attribution;

/// <summary>Walks the records of <c>getdents64(2)</c> whose names are numbers: pids in /proc, descriptors in /proc/PID/fd.</summary>
internal ref struct NumberedEntries(ReadOnlySpan<byte> records)
{
    private ReadOnlySpan<byte> _rest = records;

    /// <summary>The name with its terminating NUL.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    public int Number { get; private set; }

    public bool TryRead()
    {
        while (_rest.Length > Dirent64.NameOffset)
        {
            int length = MemoryMarshal.Read<Dirent64>(_rest).d_reclen;
            if (length <= Dirent64.NameOffset || length > _rest.Length) return false;
            ReadOnlySpan<byte> name = _rest[Dirent64.NameOffset..length];
            _rest = _rest[length..];

            int end = name.IndexOf((byte)0);
            if (end <= 0 || !Utf8Parser.TryParse(name[..end], out int number, out int used) || used != end) continue;
            Name = name[..(end + 1)];
            Number = number;
            return true;
        }

        return false;
    }
}

/// <summary>The pids of a /proc, ascending. The kernel lists them in this order; a copied tree may not.</summary>
internal static class ProcessList
{
    /// <summary>Gives 0, or the error number that ended the listing.</summary>
    public static int Read(SafeFd proc, List<int> pids)
    {
        Span<byte> records = stackalloc byte[16 * 1024];
        while (true)
        {
            int got = GetDents64.Call(proc, records);
            if (got <= 0)
            {
                pids.Sort();
                return -got;
            }

            NumberedEntries entries = new(records[..got]);
            while (entries.TryRead()) pids.Add(entries.Number);
        }
    }
}
