using System;
using System.IO;
using Minato.Interop.Linux.Libc;

namespace Minato.Attribution;

/// <summary>SELinux contexts: labels that the kernel's policy gives to processes and sockets (selinux(8)).</summary>
internal static class SecurityContext
{
    // The kernel's own limit is a page.
    private const int MaxLength = 4096;

    /// <summary>Whether this system labels: its file system is there, and its configuration (as libselinux judges it).</summary>
    /// <param name="root">Where the file system begins; a copied tree serves for tests.</param>
    public static bool IsEnabled(string root) =>
        (File.Exists(root + "/sys/fs/selinux/enforce") || File.Exists(root + "/selinux/enforce")) && File.Exists(root + "/etc/selinux/config");

    /// <summary>The label that a file of /proc holds (attr/current), or null when there is none.</summary>
    public static byte[]? OfProcess(ReadOnlySpan<byte> text) => LabelIn(text);

    /// <summary>The label of the socket behind a descriptor's path (NUL-terminated), or null.</summary>
    public static byte[]? OfSocket(ReadOnlySpan<byte> path)
    {
        Span<byte> value = stackalloc byte[MaxLength];
        int length = GetXAttr.Call(path, "security.selinux\0"u8, value);
        return LabelIn(value[..Math.Max(0, length)]);
    }

    private static byte[]? LabelIn(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAny((byte)0, (byte)'\n');
        if (end >= 0) text = text[..end];
        return text.IsEmpty ? null : text.ToArray();
    }
}
