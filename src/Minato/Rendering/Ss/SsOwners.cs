using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>Who holds a socket (-p), by thread (-T), with security contexts (-Z, -z).</summary>
internal sealed class SsOwners(Utf8Sink sink, SsColumns columns)
{
    private readonly SsRelease? _release = columns.Release;

    public void Append(ReadOnlySpan<ProcessRef> owners)
    {
        if (owners.IsEmpty) return;
        sink.Append("users:("u8);
        for (int i = 0; i < owners.Length; i++)
        {
            if (i > 0) sink.Append((byte)',');
            Append(in owners[i]);
        }

        sink.Append((byte)')');
    }

    private void Append(in ProcessRef owner)
    {
        sink.Append("(\""u8);
        AppendName(owner.Name.Span);
        sink.Append("\",pid="u8);
        sink.AppendNumber((uint)owner.Pid);
        if (columns.Threads) AppendNumber(",tid="u8, owner.Tid);
        if (columns.Contexts != OwnerContexts.None) AppendContext(",proc_ctx="u8, owner.Contexts?.Process);

        // A table of another program may not have said it.
        if (owner.Fd >= 0) AppendNumber(",fd="u8, owner.Fd);
        if (columns.Contexts == OwnerContexts.ProcessAndSocket) AppendContext(",sock_ctx="u8, owner.Contexts?.Socket);
        sink.Append((byte)')');
    }

    private void AppendNumber(ReadOnlySpan<byte> name, int value)
    {
        sink.Append(name);
        sink.AppendNumber((uint)value);
    }

    private void AppendContext(ReadOnlySpan<byte> name, ReadOnlyMemory<byte>? context)
    {
        sink.Append(name);
        if (context is { } known) Untrusted.Append(sink, known.Span, columns.Escaping);
        else sink.Append("unavailable"u8);
    }

    /// <summary>What ss has of a process's name: it reads /proc/PID/stat up to the first closing parenthesis.</summary>
    public static ReadOnlySpan<byte> Shown(ReadOnlySpan<byte> name, SsRelease? release)
    {
        int end = release is null ? -1 : name.IndexOf((byte)')');
        return end < 0 ? name : name[..end];
    }

    private void AppendName(ReadOnlySpan<byte> name)
    {
        if (_release is null)
        {
            Untrusted.Append(sink, name, alsoEscaped: (byte)'"');
            return;
        }

        name = Shown(name, _release);
        if (!_release.EscapesNames)
        {
            Untrusted.Append(sink, name, Escaping.ControlsReplaced);
            return;
        }

        foreach (byte character in name)
        {
            sink.Append(character switch
            {
                < 0x20 or 0x7F => (byte)'.',
                >= 0x80 => (byte)'?',
                _ => character,
            });
        }
    }
}
