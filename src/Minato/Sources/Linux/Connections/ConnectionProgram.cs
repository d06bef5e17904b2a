using Minato.Interop.Linux.Bpf;
using Minato.Wire.Bpf;
using static Minato.Wire.Bpf.BpfOperation;
using static Minato.Wire.Bpf.BpfRegister;
using static Minato.Wire.Bpf.BpfTest;
using static Minato.Wire.Bpf.BpfWidth;

namespace Minato.Sources.Linux.Connections;

/// <summary>
/// The program that reads a stretch of the kernel's table of TCP connections into a window (<see cref="ConnectionWindow"/>): chain
/// by chain, each socket once, under RCU and without a lock. Its sockets' memory is never anything else while RCU is held, but
/// a socket may leave its chain and come into another while it is read: then the chain is read again from its start, which is
/// seen by the number at the chain's end and by the hash of each socket, looked at before and after the rest.
/// </summary>
/// <param name="layout">The kernel's own layout.</param>
internal sealed partial class ConnectionProgram(ConnectionLayout layout)
{
    // net/tcp_states.h
    private const int TimeWait = 6;
    private const int NewSynReceived = 12;

    // Sockets looked at in one run, whether or not they are shown: some hundred microseconds under RCU.
    private const int MostVisited = 4096;

    // Places on the stack. R6 is the window, R7 the link to the next socket, R8 the number of records, R9 the socket. What is
    // counted is kept in the window: the verifier knows nothing of what lies there, and so need not follow every turn of the loop.
    private const int Key = -4;
    private const int Net = -16;
    private const int Chains = -24;

    private readonly BpfAssembler _code = new();

    /// <summary>The program, for an array of windows behind an open descriptor. Its context is the window's number; its result is 1.</summary>
    public BpfInsn[] Assemble(int windows)
    {
        BpfLabel nextChain = _code.NewLabel();
        BpfLabel nextSocket = _code.NewLabel();
        BpfLabel pass = _code.NewLabel();
        BpfLabel end = _code.NewLabel();
        BpfLabel moved = _code.NewLabel();
        BpfLabel cut = _code.NewLabel();
        BpfLabel stop = _code.NewLabel();

        Begin(windows);

        _code.Place(nextChain);
        _code.MayGoto(stop);
        _code.Load(Bits32, R1, R6, ConnectionWindow.Chain);
        _code.Load(Bits32, R2, R6, ConnectionWindow.Last);
        _code.JumpIf(Greater, R1, R2, stop);
        _code.Compute(ShiftLeft, R1, 3);
        _code.Load(Bits64, R2, Frame, Chains);
        _code.Compute(Add, R1, R2);
        LoadWord(R7);
        _code.Load(Bits32, R2, R6, ConnectionWindow.Count);
        _code.Store(Bits32, R6, ConnectionWindow.Kept, R2);
        _code.Store(Bits32, R6, ConnectionWindow.Position, 0);

        _code.Place(nextSocket);
        _code.MayGoto(cut);
        _code.JumpIf(AnyBit, R7, 1, end);
        _code.Load(Bits32, R8, R6, ConnectionWindow.Count);
        _code.JumpIf(Greater, R8, ConnectionWindow.MostRecords - 1, cut);
        Count(ConnectionWindow.Visited);
        _code.JumpIf(Greater, R1, MostVisited, cut);
        Count(ConnectionWindow.Position);
        _code.Load(Bits32, R2, R6, ConnectionWindow.Skip);
        _code.JumpIf(LessOrEqual, R1, R2, pass);

        _code.Move(R1, R7);
        _code.Compute(Add, R1, -layout[Fact.Node]);
        Cast(Fact.SocketType);
        _code.Move(R9, R0);
        LoadField(Bits32, R1, Fact.Hash);
        _code.Load(Bits32, R2, R6, ConnectionWindow.Mask);
        _code.Compute(And, R1, R2);
        _code.Load(Bits32, R2, R6, ConnectionWindow.Chain);
        _code.JumpIf(NotEqual, R1, R2, moved);
        LoadField(Bits64, R1, Fact.Net);
        _code.Load(Bits64, R2, Frame, Net);
        _code.JumpIf(NotEqual, R1, R2, pass);
        Check(pass);
        Record();
        LoadField(Bits32, R2, Fact.Hash);
        _code.Load(Bits32, R3, R1, ConnectionWindow.Records + Offset.Hash);
        _code.JumpIf(NotEqual, R2, R3, moved);
        Count(ConnectionWindow.Count);

        _code.Place(pass);
        _code.Move(R1, R7);
        LoadWord(R7);
        _code.Jump(nextSocket);

        _code.Place(end);
        _code.Compute(ShiftRight, R7, 1);
        _code.Load(Bits32, R1, R6, ConnectionWindow.Chain);
        _code.JumpIf(NotEqual, R7, R1, moved);
        _code.Compute(Add, R1, 1);
        _code.Store(Bits32, R6, ConnectionWindow.Chain, R1);
        _code.Store(Bits32, R6, ConnectionWindow.Skip, 0);
        _code.Jump(nextChain);

        _code.Place(moved);
        TakeBack();
        Count(ConnectionWindow.Redone);
        _code.Jump(nextChain);

        // A chain is begun again by the next run, unless it is this run's first: then it is longer than a run, and is gone on with.
        BpfLabel goOn = _code.NewLabel();
        _code.Place(cut);
        _code.Load(Bits32, R1, R6, ConnectionWindow.Chain);
        _code.Load(Bits32, R2, R6, ConnectionWindow.First);
        _code.JumpIf(Equal, R1, R2, goOn);
        TakeBack();
        _code.Jump(stop);
        _code.Place(goOn);
        _code.Load(Bits32, R1, R6, ConnectionWindow.Position);
        _code.Load(Bits32, R2, R6, ConnectionWindow.Skip);
        _code.JumpIf(LessOrEqual, R1, R2, stop);
        _code.Store(Bits32, R6, ConnectionWindow.Skip, R1);

        _code.Place(stop);
        End();
        return _code.Assemble();
    }
}
