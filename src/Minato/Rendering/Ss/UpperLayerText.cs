using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>The protocol that the kernel runs over a TCP connection: TLS, or a path of MPTCP.</summary>
internal sealed class UpperLayerText(ExtraFields fields, SsColumns columns)
{
    private readonly SsRelease _release = columns.Release ?? SsRelease.Newest;

    public void Append(in UpperLayer layer)
    {
        if (!layer.LayerName.Span.IsEmpty)
        {
            fields.Start("tcp-ulp-"u8);
            Untrusted.Append(fields.Sink, layer.LayerName.Span, columns.Escaping);
        }

        if (layer.Tls is { } tls) AppendTls(in tls);
        if (layer.Subflow is { } subflow) AppendSubflow(in subflow);
    }

    private void AppendTls(in TlsMetrics tls)
    {
        if (tls.Version is { } version)
        {
            if (version == 0x0303) fields.Start("version: 1.2"u8);
            else if (version == 0x0304) fields.Start("version: 1.3"u8);
            else Unknown("version: unknown("u8, version);
        }

        // TLS_CIPHER_AES_GCM_128 and TLS_CIPHER_AES_GCM_256 (linux/tls.h); ss has no word for the others.
        if (tls.Cipher == 51) fields.Start("cipher: aes-gcm-128"u8);
        else if (tls.Cipher == 52) fields.Start("cipher: aes-gcm-256"u8);
        AppendMode("rxconf: "u8, tls.ReceiveMode);
        AppendMode("txconf: "u8, tls.SendMode);
        if (tls.ZeroCopySend) fields.Start("zc_ro_tx"u8);
        if (tls.ExpectsNoPadding && _release.ShowsTlsNoPadding) fields.Start("no_pad_rx"u8);
    }

    // TLS_CONF_* of linux/tls.h.
    private void AppendMode(ReadOnlySpan<byte> name, ushort? mode)
    {
        if (mode is not { } known) return;
        fields.Start(name);
        switch (known)
        {
            case 1: fields.Sink.Append("none"u8); break;
            case 2: fields.Sink.Append("sw"u8); break;
            case 3: fields.Sink.Append("hw"u8); break;
            case 4: fields.Sink.Append("hw-record"u8); break;
            default:
                fields.Sink.Append("unknown("u8);
                fields.Sink.AppendNumber(known);
                fields.Sink.Append((byte)')');
                break;
        }
    }

    private void Unknown(ReadOnlySpan<byte> name, ushort value)
    {
        fields.Number(name, value);
        fields.Sink.Append((byte)')');
    }

    private void AppendSubflow(in MptcpSubflow subflow)
    {
        if (subflow.Flags is { } flags and not 0) AppendFlags(flags);
        if (subflow is { RemoteToken: { } remote, LocalToken: { } local, RemoteId: { } remoteId, LocalId: { } localId })
        {
            fields.Start("token:"u8);
            AppendToken(remote, remoteId);
            fields.Sink.Append((byte)'/');
            AppendToken(local, localId);
        }

        Sequence("seq:"u8, subflow.MapSequence);
        Sequence("sfseq:"u8, subflow.MapSubflowSequence);
        Sequence("ssnoff:"u8, subflow.SequenceOffset);
        Sequence("maplen:"u8, subflow.MapDataLength);
    }

    // A letter for each of MPTCP_SUBFLOW_FLAG_* (linux/mptcp.h), from the lowest bit up.
    private void AppendFlags(uint flags)
    {
        ReadOnlySpan<byte> letters = "MmJjBbecv"u8;
        fields.Start("flags:"u8);
        for (int bit = 0; bit < letters.Length; bit++)
        {
            if ((flags >> bit & 1) != 0) fields.Sink.Append(letters[bit]);
        }
    }

    private void AppendToken(uint token, byte id)
    {
        for (uint least = 0x1000; least > token && least > 1; least >>= 4) fields.Sink.Append((byte)'0');
        fields.Sink.AppendHex(token);
        fields.Sink.Append("(id:"u8);
        fields.Sink.AppendNumber(id);
        fields.Sink.Append((byte)')');
    }

    private void Sequence(ReadOnlySpan<byte> name, ulong? value)
    {
        if (value is not { } known) return;
        if (_release.WritesSubflowSequencesDecimal) fields.Number(name, known);
        else fields.Hex(name, known);
    }
}
