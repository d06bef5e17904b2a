using System;
using System.Globalization;
using Minato.Interop.Linux;

namespace Minato.Sources.Linux;

/// <summary>Goes into another network namespace: everything read on this thread afterwards is that namespace's.</summary>
internal static class NamespaceEntry
{
    // Where ip-netns(8) binds namespaces to names; /var/run is /run nearly everywhere.
    private static readonly string[] NameFolders = ["/run/netns/", "/var/run/netns/"];

    /// <summary>Enters the namespace that ip-netns(8) gave the name.</summary>
    /// <returns>Null, or what is wrong, as ss says it.</returns>
    public static string? EnterNamed(string name)
    {
        int errno = 0;
        NamespaceStep step = default;
        foreach (string folder in NameFolders)
        {
            errno = NetNamespace.Enter(folder + name, out step);
            if (errno == 0) errno = NetNamespace.BindFiles(name, out step);
            if (step != NamespaceStep.Open) break;
        }

        return errno == 0 ? null : Describe(name, errno, step);
    }

    /// <summary>Enters a namespace by its name, which wins, by <c>pid:N</c> (that process's namespace), or by the path of its file.</summary>
    /// <returns>Null, or what is wrong, as ss says it.</returns>
    public static string? Enter(string name)
    {
        string? refusal = EnterNamed(name);
        if (refusal is null || PathOf(name) is not { } path) return refusal;
        int errno = NetNamespace.Enter(path, out NamespaceStep step);
        return errno == 0 ? null : Describe(name, errno, step);
    }

    private static string? PathOf(string name)
    {
        const string Pid = "pid:";
        if (name.StartsWith(Pid, StringComparison.Ordinal) && int.TryParse(name.AsSpan(Pid.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int pid))
            return "/proc/" + pid.ToString(CultureInfo.InvariantCulture) + "/ns/net";
        return name.Contains('/', StringComparison.Ordinal) ? name : null;
    }

    private static string Describe(string name, int errno, NamespaceStep step) => step switch
    {
        NamespaceStep.Open => "Cannot open network namespace \"" + name + "\": " + ErrnoText.Of(errno),
        NamespaceStep.Enter => "setting the network namespace \"" + name + "\" failed: " + ErrnoText.Of(errno),
        NamespaceStep.Unshare => "unshare failed: " + ErrnoText.Of(errno),
        _ => "\"mount --make-rslave /\" failed: " + ErrnoText.Of(errno),
    };
}
