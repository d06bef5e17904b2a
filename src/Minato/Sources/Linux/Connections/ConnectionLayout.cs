using System;
using System.Runtime.CompilerServices;

namespace Minato.Sources.Linux.Connections;

/// <summary>What <see cref="ConnectionProgram"/> must know of the running kernel: numbers of functions and types, and places in bytes.</summary>
internal struct ConnectionLayout
{
    private const int BitsPerByte = 8;

    private AnswerList _answers;

    /// <summary>How many answers <see cref="Question"/> has.</summary>
    public const int Count = (int)Fact.InodeNumber + 1;

    /// <summary>What is asked of the kernel's types. The answers come in the order of <see cref="Fact"/>.</summary>
    public static ReadOnlySpan<byte> Question =>
        """
        func bpf_rdonly_cast
        func bpf_rcu_read_lock
        func bpf_rcu_read_unlock
        struct task_struct # nsproxy
        struct nsproxy net_ns
        struct net ipv4
        struct netns_ipv4 tcp_death_row
        struct inet_timewait_death_row hashinfo
        struct inet_hashinfo ehash ehash_mask
        struct rb_node # __rb_parent_color
        struct sock # sk_uid sk_ino sk_socket
        struct sock_common skc_hash skc_portpair skc_family skc_state skc_bound_dev_if skc_net skc_nulls_node skc_rcv_saddr skc_daddr skc_v6_rcv_saddr skc_v6_daddr
        struct inet_timewait_sock # tw_substate
        struct tcp_sock # rcv_nxt copied_seq write_seq snd_una
        struct socket_alloc # vfs_inode
        struct inode i_ino
        """u8;

    /// <summary>False when the kernel lacks something without which its table cannot be read.</summary>
    public static bool TryRead(ReadOnlySpan<int> answers, out ConnectionLayout layout)
    {
        layout = default;
        for (int i = 0; i < Count; i++)
        {
            Fact fact = (Fact)i;
            int answer = answers[i];
            if (!IsNumber(fact) && answer > 0) answer = answer % BitsPerByte == 0 ? answer / BitsPerByte : -1;
            layout._answers[i] = answer;

            // Since 6.17 a socket knows its inode's number itself; before, the inode of its file must be visited.
            if (answer < 0 && fact is not (Fact.SocketInode or Fact.SocketFile or Fact.FileType or Fact.FileInode or Fact.InodeNumber)) return false;
        }

        return layout[Fact.SocketInode] >= 0 || (layout[Fact.SocketFile] >= 0 && layout[Fact.FileType] >= 0 && layout[Fact.FileInode] >= 0 && layout[Fact.InodeNumber] >= 0);
    }

    public readonly int this[Fact fact] => _answers[(int)fact];

    /// <summary>The same kernel, if its sockets did not know their inode's number: for tests.</summary>
    public readonly ConnectionLayout WithoutSocketInode()
    {
        ConnectionLayout other = this;
        other._answers[(int)Fact.SocketInode] = -1;
        return other;
    }

    private static bool IsNumber(Fact fact) => fact
        is <= Fact.Unlock or Fact.TaskType or Fact.NodeType or Fact.SocketType or Fact.TimeWaitType or Fact.TcpType or Fact.FileType;

    [InlineArray(Count)]
    private struct AnswerList
    {
        private int _first;
    }
}

/// <summary>A fact about the kernel: a function, a type, or a member's place.</summary>
internal enum Fact : byte
{
    Cast,
    Lock,
    Unlock,
    TaskType,
    TaskNamespaces,
    NetNamespace,
    NetIpv4,
    Ipv4DeathRow,
    DeathRowTable,
    TableChains,
    TableMask,
    NodeType,
    NodeWord,
    SocketType,
    SocketUid,
    SocketInode,
    SocketFile,
    Hash,
    Ports,
    Family,
    State,
    Interface,
    Net,
    Node,
    Local4,
    Peer4,
    Local6,
    Peer6,
    TimeWaitType,
    TimeWaitState,
    TcpType,
    ReceivedNext,
    CopiedNext,
    WrittenNext,
    UnconfirmedFirst,
    FileType,
    FileInode,
    InodeNumber,
}
