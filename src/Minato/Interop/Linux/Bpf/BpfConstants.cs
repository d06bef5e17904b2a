namespace Minato.Interop.Linux.Bpf;

/// <summary>Commands of <c>bpf(2)</c>, and kinds of maps, programs and attachments.</summary>
[NativeConstants("linux/bpf.h")]
internal static class BpfConstants
{
    public const int BPF_MAP_CREATE = 0;
    public const int BPF_PROG_LOAD = 5;
    public const int BPF_PROG_TEST_RUN = 10;
    public const int BPF_PROG_GET_NEXT_ID = 11;
    public const int BPF_MAP_GET_NEXT_ID = 12;
    public const int BPF_MAP_GET_FD_BY_ID = 14;
    public const int BPF_OBJ_GET_INFO_BY_FD = 15;
    public const int BPF_BTF_GET_FD_BY_ID = 19;
    public const int BPF_LINK_CREATE = 28;
    public const int BPF_LINK_GET_NEXT_ID = 31;
    public const int BPF_ITER_CREATE = 33;
    public const int BPF_MAP_TYPE_ARRAY = 2;
    public const int BPF_MAP_TYPE_SK_STORAGE = 24;
    public const int BPF_PROG_TYPE_TRACING = 26;
    public const int BPF_PROG_TYPE_SYSCALL = 31;
    public const int BPF_F_SLEEPABLE = 1 << 4;
    public const int BPF_F_MMAPABLE = 1 << 10;
    public const int BPF_TRACE_ITER = 28;
    public const int BPF_OBJ_NAME_LEN = 16;
}
