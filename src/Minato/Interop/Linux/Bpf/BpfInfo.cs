using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Bpf;

/// <summary>A name of the BPF system, ended by a NUL.</summary>
[InlineArray(16)]
internal struct BpfName
{
    private byte _byte0;
}

/// <summary>What the kernel tells of a map.</summary>
[NativeLayout("struct bpf_map_info", "linux/bpf.h", IsPrefix = true)]
[StructLayout(LayoutKind.Sequential)]
internal struct BpfMapInfo
{
    public uint type;
    public uint id;
    public uint key_size;
    public uint value_size;
    public uint max_entries;
    public uint map_flags;
    public BpfName name;
    public uint ifindex;
    public uint btf_vmlinux_value_type_id;
    public ulong netns_dev;
    public ulong netns_ino;
    public uint btf_id;
    public uint btf_key_type_id;
    public uint btf_value_type_id;
}

/// <summary>What the kernel tells of types: the caller gives room for them, and is told how much they need.</summary>
[NativeLayout("struct bpf_btf_info", "linux/bpf.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct BpfBtfInfo
{
    public ulong btf;
    public uint btf_size;
    public uint id;
    public ulong name;
    public uint name_len;
    public uint kernel_btf;
}
