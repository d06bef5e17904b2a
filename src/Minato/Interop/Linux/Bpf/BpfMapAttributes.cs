using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Bpf;

/// <summary><c>union bpf_attr</c> for BPF_MAP_CREATE.</summary>
[NativeLayout("union bpf_attr", "linux/bpf.h", IsPrefix = true)]
[StructLayout(LayoutKind.Sequential)]
internal struct BpfMapCreate
{
    public uint map_type;
    public uint key_size;
    public uint value_size;
    public uint max_entries;
    public uint map_flags;
}

/// <summary><c>union bpf_attr</c> for BPF_PROG_TEST_RUN.</summary>
[NativeLayout("union bpf_attr", "linux/bpf.h", IsPrefix = true, Within = "test")]
[StructLayout(LayoutKind.Sequential)]
internal struct BpfProgramRun
{
    public uint prog_fd;
    public uint retval;
    public uint data_size_in;
    public uint data_size_out;
    public ulong data_in;
    public ulong data_out;
    public uint repeat;
    public uint duration;
    public uint ctx_size_in;
    public uint ctx_size_out;
    public ulong ctx_in;
    public ulong ctx_out;
    public uint flags;
    public uint cpu;
    public uint batch_size;
}
