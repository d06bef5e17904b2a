using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>What the buffers hold (-m).</summary>
internal static class MemoryText
{
    public static void Append(ExtraFields fields, in SocketMemory memory)
    {
        Utf8Sink sink = fields.Sink;
        fields.Number("skmem:(r"u8, memory.ReceiveAllocated);
        sink.Append(",rb"u8);
        sink.AppendNumber(memory.ReceiveLimit);
        sink.Append(",t"u8);
        sink.AppendNumber(memory.SendAllocated);
        sink.Append(",tb"u8);
        sink.AppendNumber(memory.SendLimit);
        sink.Append(",f"u8);
        sink.AppendNumber(memory.ForwardAllocated);
        sink.Append(",w"u8);
        sink.AppendNumber(memory.SendQueued);
        sink.Append(",o"u8);
        sink.AppendNumber(memory.Options);
        if (memory.Backlog is { } backlog)
        {
            sink.Append(",bl"u8);
            sink.AppendNumber(backlog);
        }

        if (memory.Drops is { } drops)
        {
            sink.Append(",d"u8);
            sink.AppendNumber(drops);
        }

        sink.Append((byte)')');
    }

    public static void Append(ExtraFields fields, in OldSocketMemory memory)
    {
        Utf8Sink sink = fields.Sink;
        fields.Number("mem:(r"u8, memory.ReceiveAllocated);
        sink.Append(",w"u8);
        sink.AppendNumber(memory.SendQueued);
        sink.Append(",f"u8);
        sink.AppendNumber(memory.ForwardAllocated);
        sink.Append(",t"u8);
        sink.AppendNumber(memory.SendAllocated);
        sink.Append((byte)')');
    }
}
