namespace Minato.Interop.Linux.Libc;

/// <summary>Kinds of namespaces, for <c>setns(2)</c> and <c>unshare(2)</c>.</summary>
[NativeConstants("sched.h")]
internal static class NamespaceFlags
{
    public const int CLONE_NEWNS = 0x20000;
    public const int CLONE_NEWNET = 0x40000000;
}
