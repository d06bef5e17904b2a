using Minato.Interop.Linux.Bpf;
using Minato.KernelPrograms;
using Minato.Wire.Bpf;
using static Minato.Wire.Bpf.BpfOperation;
using static Minato.Wire.Bpf.BpfRegister;
using static Minato.Wire.Bpf.BpfTest;
using static Minato.Wire.Bpf.BpfWidth;

namespace Minato.Attribution.Descriptors;

/// <summary>
/// The program that reads the tables of descriptors of some processes into a window (<see cref="DescriptorWindow"/>): under RCU,
/// without a lock and without a reference to any file. A table of descriptors may go away under it when its process ends or
/// executes another program: the process then has another one or none, which is looked at before and after, and what was
/// read in between is dropped. What is read meanwhile may be anything, but only read: a load that faults gives 0.
/// </summary>
/// <param name="layout">The kernel's own layout.</param>
internal sealed class DescriptorProgram(DescriptorLayout layout)
{
    // linux/magic.h: the file system on which every socket's inode lives, an O_PATH descriptor's of a socket too.
    private const int SockFsMagic = 0x534F434B;

    // Descriptors looked at in one run, whether or not they are sockets: some hundred microseconds under RCU.
    private const int MostVisited = 16_384;

    // Places on the stack. R6 is the window, R7 the start of the table, R8 the number of records, R9 the process. What is
    // counted is kept in the window: the verifier knows nothing of what lies there, and so need not follow every turn of the loop.
    private const int Key = -4;
    private const int Files = -16;

    private readonly BpfAssembler _code = new();

    /// <summary>The program, for an array of windows behind an open descriptor. Its context is the window's number; its result is 1.</summary>
    public BpfInsn[] Assemble(int windows)
    {
        BpfLabel nextProcess = _code.NewLabel();
        BpfLabel nextDescriptor = _code.NewLabel();
        BpfLabel done = _code.NewLabel();
        BpfLabel leave = _code.NewLabel();
        BpfLabel pass = _code.NewLabel();
        BpfLabel cut = _code.NewLabel();
        BpfLabel stop = _code.NewLabel();

        _code.FindWindow(windows, Key);

        _code.Place(nextProcess);
        _code.MayGoto(stop);
        _code.Load(Bits32, R1, R6, DescriptorWindow.Place);
        _code.Load(Bits32, R2, R6, DescriptorWindow.Processes);
        _code.JumpIf(GreaterOrEqual, R1, R2, stop);
        _code.JumpIf(Greater, R1, DescriptorWindow.MostProcesses - 1, stop);
        _code.Compute(ShiftLeft, R1, 2);
        _code.Compute(Add, R1, R6);
        _code.Load(Bits32, R1, R1, DescriptorWindow.Pids);
        _code.CallKernel(layout[Fact.FindTask]);
        _code.JumpIf(Equal, R0, 0, pass);
        _code.Move(R9, R0);
        _code.CallKernel(layout[Fact.Lock]);
        BeginProcess(leave);

        _code.Place(nextDescriptor);
        _code.MayGoto(cut);
        _code.Load(Bits32, R2, R6, DescriptorWindow.Fd);
        _code.Load(Bits32, R1, R6, DescriptorWindow.TableSize);
        _code.JumpIf(GreaterOrEqual, R2, R1, done);
        _code.Load(Bits32, R8, R6, DescriptorWindow.Count);
        _code.JumpIf(Greater, R8, DescriptorWindow.MostRecords - 1, cut);
        _code.Load(Bits32, R1, R6, DescriptorWindow.Visited);
        _code.JumpIf(Greater, R1, MostVisited, cut);
        _code.Compute(Add, R1, 1);
        _code.Store(Bits32, R6, DescriptorWindow.Visited, R1);
        _code.Move(R1, R2);
        _code.Compute(ShiftLeft, R1, 3);
        _code.Compute(Add, R1, R7);
        _code.Compute(Add, R2, 1);
        _code.Store(Bits32, R6, DescriptorWindow.Fd, R2);

        // R0 = the file: read through a type whose first member is a number, since the table's own type is a pointer to pointers.
        Cast(Fact.WordType);
        _code.Load(Bits64, R1, R0, layout[Fact.Word]);
        _code.JumpIf(Equal, R1, 0, nextDescriptor);
        Cast(Fact.FileType);
        _code.Load(Bits64, R1, R0, layout[Fact.FileInode]);
        _code.Load(Bits64, R2, R1, layout[Fact.InodeVolume]);
        _code.Load(Bits64, R2, R2, layout[Fact.VolumeKind]);
        _code.JumpIf(NotEqual, R2, SockFsMagic, nextDescriptor);

        // Numbers of sockfs have 32 bits (net/socket.c takes them from get_next_ino).
        _code.Load(Bits64, R1, R1, layout[Fact.InodeNumber]);
        _code.Move(R2, R1);
        _code.Compute(And, R2, DescriptorWindow.FilterSize - 1);
        _code.Compute(Add, R2, R6);
        _code.Compute(Add, R2, DescriptorWindow.Filter);
        _code.Load(Bits8, R2, R2, 0);
        _code.JumpIf(Equal, R2, 0, nextDescriptor);
        Record();
        _code.Jump(nextDescriptor);

        _code.Place(done);
        DropWhenGone();
        _code.Place(leave);
        Advance();
        _code.CallKernel(layout[Fact.Unlock]);
        _code.Move(R1, R9);
        _code.CallKernel(layout[Fact.ReleaseTask]);
        _code.Jump(nextProcess);

        _code.Place(pass);
        Advance();
        _code.Jump(nextProcess);

        _code.Place(cut);
        DropWhenGone();
        _code.CallKernel(layout[Fact.Unlock]);
        _code.Move(R1, R9);
        _code.CallKernel(layout[Fact.ReleaseTask]);

        _code.Place(stop);
        _code.Move(R0, 1);
        _code.Exit();
        return _code.Assemble();
    }

    // Writes the process's name and finds its table.
    private void BeginProcess(BpfLabel leave)
    {
        CastTask();
        _code.Load(Bits32, R1, R6, DescriptorWindow.Place);
        _code.JumpIf(Greater, R1, DescriptorWindow.MostProcesses - 1, leave);
        _code.Compute(ShiftLeft, R1, 4);
        _code.Compute(Add, R1, R6);
        for (int half = 0; half < DescriptorWindow.NameSize; half += sizeof(ulong))
        {
            _code.Load(Bits64, R2, R0, layout[Fact.TaskName] + half);
            _code.Store(Bits64, R1, DescriptorWindow.Names + half, R2);
        }

        _code.Load(Bits32, R1, R6, DescriptorWindow.Count);
        _code.Store(Bits32, R6, DescriptorWindow.Kept, R1);
        _code.Load(Bits64, R1, R0, layout[Fact.TaskFiles]);
        _code.Store(Bits64, Frame, Files, R1);
        _code.JumpIf(Equal, R1, 0, leave);
        if (layout.KnowsOneHolder) CompareUsers();
        _code.Load(Bits64, R1, R1, layout[Fact.FilesTable]);
        _code.Load(Bits32, R2, R1, layout[Fact.TableSize]);
        _code.Store(Bits32, R6, DescriptorWindow.TableSize, R2);
        _code.Load(Bits64, R7, R1, layout[Fact.TableStart]);
    }

    // A table is the process's own when all that use it are its threads. R1 is the table's owner, and stays it; R0 is the process.
    private void CompareUsers()
    {
        BpfLabel shared = _code.NewLabel();
        _code.Store(Bits32, R6, DescriptorWindow.IsTableAlone, 0);
        _code.Load(Bits32, R2, R1, layout[Fact.FilesUsers]);
        _code.Load(Bits64, R3, R0, layout[Fact.TaskSignal]);
        _code.Load(Bits32, R3, R3, layout[Fact.SignalThreads]);
        _code.JumpIf32(NotEqual, R2, R3, shared);
        _code.Store(Bits32, R6, DescriptorWindow.IsTableAlone, 1);
        _code.Place(shared);
    }

    // A file is held once when only its table refers to it, and its inode when only the file does: an O_PATH descriptor of a
    // socket is a file of its own. R0 is the file, R8 the record; R2 and R3 are free.
    private void CountHolders()
    {
        BpfLabel shared = _code.NewLabel();
        _code.Store(Bits32, R8, DescriptorWindow.Records + 12, 0);
        _code.Load(Bits32, R2, R6, DescriptorWindow.IsTableAlone);
        _code.JumpIf(Equal, R2, 0, shared);
        bool countsFromZero = layout[Fact.FileReferences] >= 0;
        _code.Load(Bits64, R2, R0, countsFromZero ? layout[Fact.FileReferences] : layout[Fact.FileCount]);
        _code.JumpIf(NotEqual, R2, countsFromZero ? 0 : 1, shared);
        _code.Load(Bits64, R2, R0, layout[Fact.FilePath] + layout[Fact.PathEntry]);
        _code.Load(Bits32, R2, R2, layout[Fact.EntryLock] + layout[Fact.LockCount]);
        _code.JumpIf32(NotEqual, R2, 1, shared);
        _code.Store(Bits32, R8, DescriptorWindow.Records + 12, 1);
        _code.Place(shared);
    }

    // R1 is the inode's number, R0 the file.
    private void Record()
    {
        _code.Compute(ShiftLeft, R8, DescriptorRecord.SizeBits);
        _code.Compute(Add, R8, R6);
        if (layout.KnowsOneHolder) CountHolders();
        else _code.Store(Bits32, R8, DescriptorWindow.Records + 12, 0);
        _code.Store(Bits32, R8, DescriptorWindow.Records, R1);
        _code.Load(Bits32, R1, R6, DescriptorWindow.Fd);
        _code.Compute(Add, R1, -1);
        _code.Store(Bits32, R8, DescriptorWindow.Records + 4, R1);
        _code.Load(Bits32, R1, R6, DescriptorWindow.Place);
        _code.Store(Bits32, R8, DescriptorWindow.Records + 8, R1);
        _code.Load(Bits32, R1, R6, DescriptorWindow.Count);
        _code.Compute(Add, R1, 1);
        _code.Store(Bits32, R6, DescriptorWindow.Count, R1);
    }

    private void DropWhenGone()
    {
        BpfLabel same = _code.NewLabel();
        CastTask();
        _code.Load(Bits64, R1, Frame, Files);
        _code.Load(Bits64, R2, R0, layout[Fact.TaskFiles]);
        _code.JumpIf(Equal, R1, R2, same);
        _code.Load(Bits32, R1, R6, DescriptorWindow.Kept);
        _code.Store(Bits32, R6, DescriptorWindow.Count, R1);
        _code.Place(same);
    }

    private void Advance()
    {
        _code.Load(Bits32, R1, R6, DescriptorWindow.Place);
        _code.Compute(Add, R1, 1);
        _code.Store(Bits32, R6, DescriptorWindow.Place, R1);
        _code.Store(Bits32, R6, DescriptorWindow.Fd, 0);
    }

    // R0 = the process. A pointer that the verifier trusts costs it a search of all types at each member that is a pointer.
    private void CastTask()
    {
        _code.Move(R1, R9);
        Cast(Fact.TaskType);
    }

    private void Cast(Fact type) => _code.Cast(layout[Fact.Cast], layout[type]);
}
