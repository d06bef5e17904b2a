using System;
using System.IO;
using System.Text;

namespace Minato.Cli.Doors.Netstat.Windows;

/// <summary>What this machine calls itself, which Windows' netstat writes where any address is meant.</summary>
internal static class MachineName
{
    // __NEW_UTS_LEN of linux/utsname.h, and more for a file that is not the kernel's.
    private const int Room = 256;

    /// <summary>The name with its domain, where it has one; empty when there is none to be had.</summary>
    public static ReadOnlyMemory<byte> Read(string procRoot)
    {
        if (!OperatingSystem.IsLinux()) return Encoding.UTF8.GetBytes(Environment.MachineName);
        byte[] name = new byte[Room];
        try
        {
            using FileStream file = new(procRoot + "/sys/kernel/hostname", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            int length = file.ReadAtLeast(name, name.Length, throwOnEndOfStream: false);
            int end = name.AsSpan(0, length).IndexOf((byte)'\n');
            return name.AsMemory(0, end < 0 ? length : end);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The address stays a number, as that of any host without a name.
            return default;
        }
    }
}
