using Minato.Interop.Linux.Bpf;
using Minato.Interop.Linux.Libc;
using Minato.KernelPrograms;
using Minato.Wire.Bpf;
using static Minato.Wire.Bpf.BpfOperation;
using static Minato.Wire.Bpf.BpfRegister;
using static Minato.Wire.Bpf.BpfTest;
using static Minato.Wire.Bpf.BpfWidth;

namespace Minato.Sources.Linux.Connections;

internal sealed partial class ConnectionProgram
{
    // Finds the window and the table of the network namespace that the running thread is in, which may be a table of its own.
    private void Begin(int windows)
    {
        _code.FindWindow(windows, Key);
        _code.CallHelper(BpfFunction.BPF_FUNC_get_current_task_btf);
        _code.Move(R7, R0);
        _code.CallKernel(layout[Fact.Lock]);

        // A pointer that the verifier trusts costs it a search of all types at each member that is a pointer (0.4 ms in all).
        _code.Move(R1, R7);
        Cast(Fact.TaskType);
        _code.Load(Bits64, R1, R0, layout[Fact.TaskNamespaces]);
        _code.Load(Bits64, R1, R1, layout[Fact.NetNamespace]);
        _code.Store(Bits64, Frame, Net, R1);
        _code.Load(Bits64, R7, R1, layout[Fact.NetIpv4] + layout[Fact.Ipv4DeathRow] + layout[Fact.DeathRowTable]);
        _code.Load(Bits32, R2, R7, layout[Fact.TableMask]);
        _code.Store(Bits32, R6, ConnectionWindow.Mask, R2);
        _code.Load(Bits32, R3, R6, ConnectionWindow.Last);
        BpfLabel within = _code.NewLabel();
        _code.JumpIf(LessOrEqual, R3, R2, within);
        _code.Store(Bits32, R6, ConnectionWindow.Last, R2);
        _code.Place(within);
        _code.Move(R1, R7);
        _code.Compute(Add, R1, layout[Fact.TableChains]);
        LoadWord(R1);
        _code.Store(Bits64, Frame, Chains, R1);
        _code.Load(Bits32, R1, R6, ConnectionWindow.Chain);
        _code.Store(Bits32, R6, ConnectionWindow.First, R1);
        _code.Store(Bits32, R6, ConnectionWindow.Visited, 0);
        _code.Store(Bits32, R6, ConnectionWindow.Count, 0);
    }

    // Passes over sockets that were not asked for. Leaves family and state in R4 and both ports in R5, as a record has them.
    private void Check(BpfLabel pass)
    {
        BpfLabel known = _code.NewLabel();
        LoadField(Bits8, R2, Fact.State);
        _code.JumpIf(NotEqual, R2, TimeWait, known);

        // Who waits for stray segments keeps the state that it was in for itself (FIN-WAIT-2, or TIME-WAIT).
        _code.Move(R1, R9);
        Cast(Fact.TimeWaitType);
        _code.Load(Bits8, R2, R0, layout[Fact.TimeWaitState]);
        _code.Place(known);
        _code.Compute(And, R2, 31);
        _code.Load(Bits32, R3, R6, ConnectionWindow.States);
        _code.Compute(ShiftRight, R3, R2);
        _code.Compute(And, R3, 1);
        _code.JumpIf(Equal, R3, 0, pass);

        LoadField(Bits16, R4, Fact.Family);
        Compare(R4, ConnectionWindow.Family, pass);
        LoadField(Bits32, R5, Fact.Ports);
        _code.Move(R0, R5);
        _code.Compute(And, R0, ushort.MaxValue);
        Compare(R0, ConnectionWindow.PeerPort, pass);
        _code.Move(R0, R5);
        _code.Compute(ShiftRight, R0, 16);
        Compare(R0, ConnectionWindow.LocalPort, pass);
        _code.Compute(ShiftLeft, R2, 16);
        _code.Compute(Or, R4, R2);
    }

    // Writes the record and leaves its place, less the head, in R1.
    private void Record()
    {
        BpfLabel v6 = _code.NewLabel();
        BpfLabel addressed = _code.NewLabel();
        BpfLabel bare = _code.NewLabel();
        BpfLabel done = _code.NewLabel();

        Point(R1);
        StoreRecord(Bits32, Offset.FamilyAndState, R4);
        StoreRecord(Bits32, Offset.Ports, R5);
        CopyField(Bits32, Fact.Hash, 0, Offset.Hash);
        CopyField(Bits32, Fact.Interface, 0, Offset.Interface);
        _code.Compute(And, R4, ushort.MaxValue);
        _code.JumpIf(Equal, R4, SocketConstants.AF_INET6, v6);
        CopyField(Bits32, Fact.Local4, 0, Offset.Local);
        CopyField(Bits32, Fact.Peer4, 0, Offset.Peer);
        _code.Jump(addressed);
        _code.Place(v6);
        CopyField(Bits64, Fact.Local6, 0, Offset.Local);
        CopyField(Bits64, Fact.Local6, 8, Offset.Local + 8);
        CopyField(Bits64, Fact.Peer6, 0, Offset.Peer);
        CopyField(Bits64, Fact.Peer6, 8, Offset.Peer + 8);

        // What has no socket of its own yet or any more has only the head of one.
        _code.Place(addressed);
        LoadField(Bits8, R2, Fact.State);
        _code.JumpIf(Equal, R2, TimeWait, bare);
        _code.JumpIf(Equal, R2, NewSynReceived, bare);
        Queues();
        Owner(done);
        _code.Place(bare);
        StoreRecord(Bits64, Offset.ReceiveQueue, 0);
        StoreRecord(Bits64, Offset.Inode, 0);
        _code.Place(done);
    }

    private void Queues()
    {
        BpfLabel whole = _code.NewLabel();
        _code.Move(R1, R9);
        Cast(Fact.TcpType);
        Point(R1);
        _code.Load(Bits32, R2, R0, layout[Fact.ReceivedNext]);
        _code.Load(Bits32, R3, R0, layout[Fact.CopiedNext]);
        _code.Compute32(Subtract, R2, R3);

        // The peer's FIN is counted as read before it is.
        _code.JumpIf32(SignedGreaterOrEqual, R2, 0, whole);
        _code.Move(R2, 0);
        _code.Place(whole);
        StoreRecord(Bits32, Offset.ReceiveQueue, R2);
        _code.Load(Bits32, R2, R0, layout[Fact.WrittenNext]);
        _code.Load(Bits32, R3, R0, layout[Fact.UnconfirmedFirst]);
        _code.Compute32(Subtract, R2, R3);
        StoreRecord(Bits32, Offset.SendQueue, R2);
    }

    private void Owner(BpfLabel done)
    {
        CopyField(Bits32, Fact.SocketUid, 0, Offset.Uid);
        if (layout[Fact.SocketInode] >= 0)
        {
            // Numbers of sockfs have 32 bits (net/socket.c takes them from get_next_ino).
            LoadField(Bits64, R2, Fact.SocketInode);
            StoreRecord(Bits32, Offset.Inode, R2);
            _code.Jump(done);
            return;
        }

        BpfLabel held = _code.NewLabel();
        LoadField(Bits64, R2, Fact.SocketFile);
        _code.JumpIf(NotEqual, R2, 0, held);
        StoreRecord(Bits32, Offset.Inode, 0);
        _code.Jump(done);
        _code.Place(held);
        _code.Move(R1, R2);
        Cast(Fact.FileType);
        Point(R1);
        _code.Load(Bits64, R2, R0, layout[Fact.FileInode] + layout[Fact.InodeNumber]);
        StoreRecord(Bits32, Offset.Inode, R2);
        _code.Jump(done);
    }

    private void End()
    {
        _code.CallKernel(layout[Fact.Unlock]);
        _code.Move(R0, 1);
        _code.Exit();
    }

    // target = the 64 bits at the address in R1, as a number: read through a type whose first member is one, since a pointer
    // that was loaded as such takes part in no arithmetic.
    private void LoadWord(BpfRegister target)
    {
        Cast(Fact.NodeType);
        _code.Load(Bits64, target, R0, layout[Fact.NodeWord]);
    }

    private void Cast(Fact type) => _code.Cast(layout[Fact.Cast], layout[type]);

    // Drops the records of a chain that was not read to its end.
    private void TakeBack()
    {
        _code.Load(Bits32, R1, R6, ConnectionWindow.Kept);
        _code.Store(Bits32, R6, ConnectionWindow.Count, R1);
    }

    // Adds one to a number of the window's head and leaves the sum in R1.
    private void Count(int number)
    {
        _code.Load(Bits32, R1, R6, number);
        _code.Compute(Add, R1, 1);
        _code.Store(Bits32, R6, number, R1);
    }

    // Passes over the socket when something else was asked; 0 asks for nothing.
    private void Compare(BpfRegister value, int asked, BpfLabel pass)
    {
        BpfLabel any = _code.NewLabel();
        _code.Load(Bits32, R3, R6, asked);
        _code.JumpIf(Equal, R3, 0, any);
        _code.JumpIf(NotEqual, R3, value, pass);
        _code.Place(any);
    }

    private void Point(BpfRegister target)
    {
        _code.Move(target, R8);
        _code.Compute(ShiftLeft, target, Offset.SizeBits);
        _code.Compute(Add, target, R6);
    }

    private void LoadField(BpfWidth width, BpfRegister target, Fact field, int within = 0) => _code.Load(width, target, R9, layout[field] + within);

    private void CopyField(BpfWidth width, Fact field, int within, int offset)
    {
        LoadField(width, R3, field, within);
        StoreRecord(width, offset, R3);
    }

    private void StoreRecord(BpfWidth width, int offset, BpfRegister value) => _code.Store(width, R1, ConnectionWindow.Records + offset, value);

    private void StoreRecord(BpfWidth width, int offset, int value) => _code.Store(width, R1, ConnectionWindow.Records + offset, value);

    // Where the parts of a ConnectionRecord lie (a test compares).
    internal static class Offset
    {
        public const int SizeBits = 6;
        public const int Hash = 0;
        public const int FamilyAndState = 4;
        public const int Ports = 8;
        public const int Interface = 12;
        public const int ReceiveQueue = 16;
        public const int SendQueue = 20;
        public const int Inode = 24;
        public const int Uid = 28;
        public const int Local = 32;
        public const int Peer = 48;
    }
}
