using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;
using Minato.Wire;

namespace Minato.Sources.Linux;

/// <summary>
/// TCP sockets from a file of inet_diag messages, as <c>ss -D FILE</c> writes it and TCPDIAG_FILE names it. All rows are given,
/// whatever families and states were asked, and the first end mark is the end: as in ss.
/// </summary>
internal sealed class DiagFileSource(string path) : ISocketSource
{
    // Larger than any message of a kernel; what claims to be longer is no message.
    private const int BufferSize = 64 * 1024;

    private const string CutFile = "Unexpected EOF reading $TCPDIAG_FILE";

    private static readonly int HeaderSize = Unsafe.SizeOf<NlMsgHdr>();

    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(BufferSize);
    private long _passed;
    private long _damaged;

    public Provenance Provenance => Provenance.DumpFile;

    /// <summary>What is wrong with the file, or null.</summary>
    public Unavailable? Problem { get; private set; }

    public TableOutcome Append(in TableRequest request, RowBuffer rows)
    {
        int errno = Open.Call(Encoding.UTF8.GetBytes(path + "\0"), FileFlags.O_RDONLY, out SafeFd file);
        using (file)
        {
            if (errno == 0) return ReadMessages(file, new DumpStep(request, null), rows);
        }

        string why = path + ": " + ErrnoText.Of(errno);
        Problem = new Unavailable("TCP sockets", why, null) { IsWholeTable = true, Original = "fopen($TCPDIAG_FILE): " + ErrnoText.Of(errno) };
        return TableOutcome.Refused(errno);
    }

    private TableOutcome ReadMessages(SafeFd file, in DumpStep step, RowBuffer rows)
    {
        _passed = _damaged = 0;
        Problem = null;
        int held = 0;
        while (true)
        {
            int got = Read.Call(file, _buffer.AsSpan(held));
            if (got < 0) return Broken(ErrnoText.Of(-got), "Reading $TCPDIAG_FILE: " + ErrnoText.Of(-got), -got);
            held += got;

            int used = Take(step, _buffer.AsSpan(0, held), rows, out FileEnd end, out int errno);
            _passed += used;
            held -= used;
            if (rows.IsStopped) return TableOutcome.Complete;
            switch (end)
            {
                case FileEnd.Done:
                    NoteWhatFollows(file, _buffer.AsSpan(used, held));
                    return TableOutcome.Complete with { DamagedRows = _damaged };
                case FileEnd.Refused:
                    return Broken("the kernel had answered: " + ErrnoText.Of(errno), "TCPDIAG answered: " + ErrnoText.Of(errno), errno);
                case FileEnd.Garbage:
                    return Broken("what stands at byte " + _passed.ToString(CultureInfo.InvariantCulture) + " is no netlink message", CutFile, 0);
            }

            if (got == 0) return Broken(held == 0 ? "the file ends without an end mark" : "the file ends inside a message", CutFile, 0);
            _buffer.AsSpan(used, held).CopyTo(_buffer);
        }
    }

    /// <summary>Takes the whole messages of a piece of the file; gives the bytes they had.</summary>
    private int Take(in DumpStep step, ReadOnlySpan<byte> bytes, RowBuffer rows, out FileEnd end, out int errno)
    {
        end = FileEnd.More;
        errno = 0;
        int at = 0;
        while (end == FileEnd.More && !rows.IsStopped && bytes.Length - at >= HeaderSize)
        {
            NlMsgHdr header = MemoryMarshal.Read<NlMsgHdr>(bytes[at..]);
            if (header.nlmsg_len < HeaderSize || header.nlmsg_len > BufferSize)
            {
                end = FileEnd.Garbage;
                break;
            }

            // A message without the bytes that fill it up to its boundary is cut.
            int next = at + NetlinkReader.Align((int)header.nlmsg_len);
            if (next > bytes.Length) break;
            ReadOnlySpan<byte> payload = bytes[(at + HeaderSize)..(at + (int)header.nlmsg_len)];
            at = next;
            switch (header.nlmsg_type)
            {
                case Netlink.NLMSG_DONE:
                    end = FileEnd.Done;
                    break;
                case Netlink.NLMSG_ERROR:
                    errno = -NetlinkError.Read(payload);
                    end = FileEnd.Refused;
                    break;
                default:
                    if (!step.TryAppend(payload, rows)) _damaged++;
                    break;
            }
        }

        return at;
    }

    // A dump of both families is two dumps in a file.
    private void NoteWhatFollows(SafeFd file, ReadOnlySpan<byte> rest)
    {
        if (rest.Length < HeaderSize)
        {
            rest.CopyTo(_buffer);
            int held = rest.Length;
            int got;
            while (held < HeaderSize && (got = Read.Call(file, _buffer.AsSpan(held))) > 0) held += got;
            rest = _buffer.AsSpan(0, held);
        }

        if (rest.Length < HeaderSize || MemoryMarshal.Read<NlMsgHdr>(rest).nlmsg_type == Netlink.NLMSG_DONE) return;
        Problem = new Unavailable(
            "TCP sockets behind the first end mark of " + path, "ss reads no further, and so do I", "a dump of that family alone (-6 -D FILE)");
    }

    private TableOutcome Broken(string why, string original, int errno)
    {
        Problem = new Unavailable("TCP sockets of " + path, why, null) { Original = original };
        return new TableOutcome(TableResult.Incomplete, errno, _damaged);
    }

    private enum FileEnd : byte
    {
        More,
        Done,
        Refused,
        Garbage,
    }
}
