using System;
using System.Runtime.ExceptionServices;
using System.Threading;
using Minato.Interop.Linux.SockDiag;
using Minato.Wire;

namespace Minato.Sources.Linux;

/// <summary>
/// Receives the rest of a dump on a thread of its own, while who asked still works on what came before: the kernel makes a
/// datagram in the call that receives one, and that is most of a dump's time (BENCH xan-50k, exact-tan-100k).
/// </summary>
internal sealed class ReadAheadChannel : INetlinkChannel
{
    // Half a megabyte of datagrams, whatever the table's size.
    private const int Slots = 16;

    // A thread that sleeps is woken for some datagrams at a time: to wake it costs a tenth of what the kernel needs for one.
    private const int Portion = 4;

    private readonly INetlinkChannel _inner;
    private readonly uint _sequence;
    private readonly byte[]?[] _slots = new byte[Slots][];
    private readonly Datagram[] _datagrams = new Datagram[Slots];
    private readonly int _size;
    private readonly object _gate = new();
    private readonly Thread _thread;
    private ExceptionDispatchInfo? _failure;
    private int _first;
    private int _count;
    private bool _hasEnded;
    private bool _isStopped;

    /// <param name="inner">The channel, on which a dump is under way.</param>
    /// <param name="sequence">The dump's number.</param>
    /// <param name="size">Room for a datagram.</param>
    public ReadAheadChannel(INetlinkChannel inner, uint sequence, int size)
    {
        _inner = inner;
        _sequence = sequence;
        _size = size;
        _thread = new Thread(Run);
        _thread.Start();
    }

    public int Send(ReadOnlySpan<byte> request) => _inner.Send(request);

    public void ShowRoom(Span<byte> buffer) => _inner.ShowRoom(buffer);

    public Datagram Receive(Span<byte> buffer, bool wait)
    {
        lock (_gate)
        {
            // Whatever is asked: as long as the thread reads, there is more.
            while (_count == 0 && !_hasEnded) Monitor.Wait(_gate);
            if (_count == 0) _failure?.Throw();
        }

        if (_count == 0) return _inner.Receive(buffer, wait);

        Datagram datagram = _datagrams[_first];
        int length = Math.Min(Math.Min(datagram.Length, _size), buffer.Length);
        if (length > 0) _slots[_first].AsSpan(0, length).CopyTo(buffer);
        lock (_gate)
        {
            _first = (_first + 1) % Slots;
            if (--_count == Slots - Portion) Monitor.Pulse(_gate);
        }

        return datagram with { IsCut = datagram.IsCut || datagram.Length > buffer.Length };
    }

    /// <summary>Ends the thread and gives the channel back; what it had received is dropped.</summary>
    public INetlinkChannel Release()
    {
        lock (_gate)
        {
            _isStopped = true;
            Monitor.Pulse(_gate);
        }

        // It is in the kernel for one datagram at most: a dump that was not read to its end always has another.
        _thread.Join();
        return _inner;
    }

    public void Dispose() => Release().Dispose();

    private void Run()
    {
        try
        {
            while (TryTakeSlot(out int slot))
            {
                byte[] room = _slots[slot] ??= GC.AllocateUninitializedArray<byte>(_size);
                Datagram datagram = _inner.Receive(room, wait: true);
                bool isLast = datagram.Length <= 0 || datagram.IsCut || (datagram.IsFromKernel && EndsIn(room.AsSpan(0, datagram.Length)));
                Put(slot, datagram, isLast);
                if (isLast) return;
            }
        }
        catch (Exception exception)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
        }
        finally
        {
            lock (_gate)
            {
                _hasEnded = true;
                Monitor.Pulse(_gate);
            }
        }
    }

    private bool TryTakeSlot(out int slot)
    {
        lock (_gate)
        {
            while (_count == Slots && !_isStopped) Monitor.Wait(_gate);
            slot = (_first + _count) % Slots;
            return !_isStopped;
        }
    }

    private void Put(int slot, Datagram datagram, bool isLast)
    {
        lock (_gate)
        {
            _datagrams[slot] = datagram;
            _hasEnded = isLast;
            if (++_count == Portion || isLast) Monitor.Pulse(_gate);
        }
    }

    // Behind the end mark nothing comes, and behind damage nobody knows: who waited would wait for ever.
    private bool EndsIn(ReadOnlySpan<byte> datagram)
    {
        NetlinkReader reader = new(datagram);
        while (reader.TryRead(out NlMsgHdr header, out _))
        {
            if (header.nlmsg_seq == _sequence && header.nlmsg_type is Netlink.NLMSG_DONE or Netlink.NLMSG_ERROR) return true;
        }

        return reader.Fault != NetlinkFault.None;
    }
}
