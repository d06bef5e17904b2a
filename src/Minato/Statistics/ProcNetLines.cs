using System;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;
using Minato.Model;

namespace Minato.Statistics;

/// <summary>
/// The lines of a table below /proc/net, read as they come. The tables are those of the calling thread's namespace; a root
/// without thread-self (a copied tree) is read by its own net folder.
/// </summary>
internal sealed class ProcNetLines : IDisposable
{
    // Lines of the tables about routes and interfaces have at most 250 bytes.
    private const int BufferSize = 32 * 1024;

    private readonly SafeFd _file;
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(BufferSize);
    private int _start;
    private int _end;
    private bool _skips;

    public ProcNetLines(string root, string name) => Errno = ProcNetFile.Open(root, name, out _file);

    /// <summary>Why there are no lines, or no more; 0 at an ordinary end.</summary>
    public int Errno { get; private set; }

    public string Reason => ErrnoText.Of(Errno);

    /// <summary>Lines longer than any of these tables has, and one that broke off.</summary>
    public long Damaged { get; private set; }

    /// <summary>The next whole line without its end, valid until the next call.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        line = default;
        while (true)
        {
            ReadOnlySpan<byte> text = _buffer.AsSpan(_start, _end - _start);
            int length = text.IndexOf((byte)'\n');
            if (length >= 0)
            {
                _start += length + 1;
                bool isRest = _skips;
                _skips = false;
                if (isRest) continue;
                line = text[..length];
                return true;
            }

            if (Errno != 0 || !Fill(text)) return false;
        }
    }

    /// <summary>Adds to the report what was wrong with the file.</summary>
    public void Tell(SocketReport report, string what)
    {
        report.DamagedRows += Damaged;
        report.Source = Provenance.ProcNet;
        if (Errno != 0) report.Unavailable = [.. report.Unavailable, new Unavailable(what, Reason, null) { IsWholeTable = true }];
    }

    public void Dispose() => _file.Dispose();

    private bool Fill(ReadOnlySpan<byte> begun)
    {
        if (begun.Length == BufferSize)
        {
            if (!_skips) Damaged++;
            _skips = true;
            begun = default;
        }

        begun.CopyTo(_buffer);
        _start = 0;
        _end = begun.Length;
        int got = Read.Call(_file, _buffer.AsSpan(_end));
        if (got < 0) Errno = -got;
        if (got > 0) _end += got;
        else if (_end > 0)
        {
            if (!_skips) Damaged++;
            _end = 0;
        }

        return got > 0;
    }
}
