using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Bpf;

/// <summary><c>union bpf_attr</c> for BPF_PROG_LOAD.</summary>
[NativeLayout("union bpf_attr", "linux/bpf.h", IsPrefix = true)]
[StructLayout(LayoutKind.Sequential)]
internal struct BpfProgramLoad
{
    public uint prog_type;
    public uint insn_cnt;
    public ulong insns;
    public ulong license;
    public uint log_level;
    public uint log_size;
    public ulong log_buf;
    public uint kern_version;
    public uint prog_flags;
    public BpfName prog_name;
    public uint prog_ifindex;
    public uint expected_attach_type;
    public uint prog_btf_fd;
    public uint func_info_rec_size;
    public ulong func_info;
    public uint func_info_cnt;
    public uint line_info_rec_size;
    public ulong line_info;
    public uint line_info_cnt;
    public uint attach_btf_id;
}

/// <summary><c>union bpf_attr</c> for BPF_LINK_CREATE.</summary>
[NativeLayout("union bpf_attr", "linux/bpf.h", IsPrefix = true, Within = "link_create")]
[StructLayout(LayoutKind.Sequential)]
internal struct BpfLinkCreate
{
    public uint prog_fd;
    public uint target_fd;
    public uint attach_type;
    public uint flags;
    public ulong iter_info;
    public uint iter_info_len;
}

/// <summary><c>union bpf_attr</c> for BPF_ITER_CREATE.</summary>
[NativeLayout("union bpf_attr", "linux/bpf.h", IsPrefix = true, Within = "iter_create")]
[StructLayout(LayoutKind.Sequential)]
internal struct BpfIterCreate
{
    public uint link_fd;
    public uint flags;
}
