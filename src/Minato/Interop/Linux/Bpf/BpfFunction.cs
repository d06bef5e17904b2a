namespace Minato.Interop.Linux.Bpf;

/// <summary>The kernel's functions that programs call by number.</summary>
[NativeConstants("linux/bpf.h")]
internal static class BpfFunction
{
    public const int BPF_FUNC_map_lookup_elem = 1;
    public const int BPF_FUNC_seq_write = 127;
    public const int BPF_FUNC_get_current_task_btf = 158;
}
