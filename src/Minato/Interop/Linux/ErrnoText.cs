using System.Globalization;

namespace Minato.Interop.Linux;

/// <summary>English text of an error number, as <c>strerror(3)</c> words it; the C function is locale-bound, this is not.</summary>
internal static class ErrnoText
{
    public static string Of(int errno) => errno switch
    {
        Errno.EPERM => "Operation not permitted",
        Errno.ENOENT => "No such file or directory",
        Errno.ESRCH => "No such process",
        Errno.EINTR => "Interrupted system call",
        Errno.EIO => "Input/output error",
        Errno.EAGAIN => "Resource temporarily unavailable",
        Errno.ENOMEM => "Cannot allocate memory",
        Errno.EACCES => "Permission denied",
        Errno.ENODEV => "No such device",
        Errno.ENOTDIR => "Not a directory",
        Errno.EINVAL => "Invalid argument",
        Errno.EMFILE => "Too many open files",
        Errno.EFBIG => "File too large",
        Errno.ENOSYS => "Function not implemented",
        Errno.EPROTONOSUPPORT => "Protocol not supported",
        Errno.EOPNOTSUPP => "Operation not supported",
        Errno.EAFNOSUPPORT => "Address family not supported by protocol",
        Errno.ENOBUFS => "No buffer space available",
        _ => "error " + errno.ToString(CultureInfo.InvariantCulture),
    };
}
