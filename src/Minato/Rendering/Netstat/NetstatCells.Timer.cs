using Minato.Model;

namespace Minato.Rendering.Netstat;

internal sealed partial class NetstatCells
{
    // Seconds, retransmissions, probes: one counter serves both, by the kind of timer.
    private void AppendTimer(SocketTimer timer)
    {
        switch (timer.Kind)
        {
            case TimerKind.None: sink.Append("off"u8); break;
            case TimerKind.Retransmit: sink.Append("on"u8); break;
            case TimerKind.KeepAlive: sink.Append("keepalive"u8); break;
            case TimerKind.TimeWait: sink.Append("timewait"u8); break;
            case TimerKind.Probe: sink.Append("probe"u8); break;
            default:
                sink.Append("unkn-"u8);
                sink.AppendNumber((uint)timer.Kind);
                break;
        }

        bool probes = timer.Kind is TimerKind.KeepAlive or TimerKind.Probe;
        uint hundredths = timer.Kind == TimerKind.None ? 0 : timer.Milliseconds / 10;
        sink.Append(" ("u8);
        sink.AppendNumber(hundredths / 100);
        sink.Append((byte)'.');
        if (hundredths % 100 < 10) sink.Append((byte)'0');
        sink.AppendNumber(hundredths % 100);
        sink.Append((byte)'/');
        sink.AppendNumber(probes ? 0u : timer.Retries);
        sink.Append((byte)'/');
        sink.AppendNumber(probes ? timer.Retries : 0u);
        sink.Append((byte)')');
    }
}
