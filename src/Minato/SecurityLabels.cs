using Minato.Attribution;

namespace Minato;

/// <summary>SELinux contexts of processes and sockets.</summary>
internal static class SecurityLabels
{
    /// <summary>Whether this system has them.</summary>
    public static bool AreThere => SecurityContext.IsEnabled("");
}
