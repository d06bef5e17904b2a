using System;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.Bpf;
using Minato.Sources.Linux.Connections;
using Minato.Tests.Wire.Bpf;
using Minato.Wire;

namespace Minato.Tests.Sources.Connections;

/// <summary>The program as text, and what it must know of a kernel.</summary>
public sealed class ConnectionProgramTests
{
    [Fact]
    public void Every_question_has_an_answer_of_its_own() =>
        Assert.Equal(ConnectionLayout.Count, BtfQuestion.CountAnswers(ConnectionLayout.Question));

    [Theory]
    [InlineData(nameof(ConnectionRecord.Hash), ConnectionProgram.Offset.Hash)]
    [InlineData(nameof(ConnectionRecord.Family), ConnectionProgram.Offset.FamilyAndState)]
    [InlineData(nameof(ConnectionRecord.State), ConnectionProgram.Offset.FamilyAndState + 2)]
    [InlineData(nameof(ConnectionRecord.PeerPort), ConnectionProgram.Offset.Ports)]
    [InlineData(nameof(ConnectionRecord.LocalPort), ConnectionProgram.Offset.Ports + 2)]
    [InlineData(nameof(ConnectionRecord.Interface), ConnectionProgram.Offset.Interface)]
    [InlineData(nameof(ConnectionRecord.ReceiveQueue), ConnectionProgram.Offset.ReceiveQueue)]
    [InlineData(nameof(ConnectionRecord.SendQueue), ConnectionProgram.Offset.SendQueue)]
    [InlineData(nameof(ConnectionRecord.Inode), ConnectionProgram.Offset.Inode)]
    [InlineData(nameof(ConnectionRecord.Uid), ConnectionProgram.Offset.Uid)]
    [InlineData(nameof(ConnectionRecord.Local), ConnectionProgram.Offset.Local)]
    [InlineData(nameof(ConnectionRecord.Peer), ConnectionProgram.Offset.Peer)]
    public void The_program_writes_where_the_reader_reads(string field, int offset) =>
        Assert.Equal(offset, (int)Marshal.OffsetOf<ConnectionRecord>(field));

    [Fact]
    public void A_record_is_as_long_as_the_program_thinks()
    {
        Assert.Equal(ConnectionRecord.Size, Marshal.SizeOf<ConnectionRecord>());
        Assert.Equal(ConnectionRecord.Size, 1 << ConnectionProgram.Offset.SizeBits);
    }

    [Fact]
    public void A_kernel_that_lacks_a_thing_is_left_alone()
    {
        for (int i = 0; i < ConnectionLayout.Count; i++)
        {
            bool isOfInodes = (Fact)i is Fact.SocketInode or Fact.SocketFile or Fact.FileType or Fact.FileInode or Fact.InodeNumber;
            int[] answers = Answers();
            answers[i] = -1;
            Assert.Equal(isOfInodes, ConnectionLayout.TryRead(answers, out _));
        }
    }

    [Fact]
    public void A_place_within_a_byte_is_none()
    {
        int[] answers = Answers();
        answers[(int)Fact.State] = 33;
        Assert.False(ConnectionLayout.TryRead(answers, out _));
    }

    [Fact]
    public void Where_neither_the_socket_nor_its_file_tells_an_inode_the_kernel_is_left_alone()
    {
        int[] answers = Answers();
        answers[(int)Fact.SocketInode] = answers[(int)Fact.FileInode] = -1;
        Assert.False(ConnectionLayout.TryRead(answers, out _));
    }

    [Fact]
    public void Places_are_bytes_and_numbers_stay_as_they_are()
    {
        Assert.True(ConnectionLayout.TryRead(Answers(), out ConnectionLayout layout));
        Assert.Equal(((int)Fact.Cast * 8) + 8, layout[Fact.Cast]);
        Assert.Equal((int)Fact.State + 1, layout[Fact.State]);
    }

    [Fact]
    public void The_program_differs_by_where_inodes_are()
    {
        Assert.True(ConnectionLayout.TryRead(Answers(), out ConnectionLayout layout));
        string with = Text(layout);
        string without = Text(layout.WithoutSocketInode());

        Assert.NotEqual(with, without, StringComparer.Ordinal);
        Assert.DoesNotContain($"(r9 +{(int)Fact.SocketInode + 1})", without, StringComparison.Ordinal);
    }

    [Fact]
    public void Locking_ends_before_the_program_does()
    {
        Assert.True(ConnectionLayout.TryRead(Answers(), out ConnectionLayout layout));
        BpfInsn[] code = new ConnectionProgram(layout).Assemble(3);
        int locks = 0;
        int unlocks = 0;
        foreach (BpfInsn instruction in code)
        {
            if (instruction.code != (BpfCode.BPF_JMP | BpfCode.BPF_CALL) || instruction.registers >> 4 != BpfCode.BPF_PSEUDO_KFUNC_CALL) continue;
            if (instruction.imm == layout[Fact.Lock]) locks++;
            if (instruction.imm == layout[Fact.Unlock]) unlocks++;
        }

        Assert.Equal((1, 1), (locks, unlocks));
    }

    // Each fact a place of its own, in bits.
    private static int[] Answers()
    {
        int[] answers = new int[ConnectionLayout.Count];
        for (int i = 0; i < answers.Length; i++) answers[i] = (i + 1) * 8;
        return answers;
    }

    private static string Text(ConnectionLayout layout) => string.Join('\n', BpfDisassembler.Text(new ConnectionProgram(layout).Assemble(3)));
}
