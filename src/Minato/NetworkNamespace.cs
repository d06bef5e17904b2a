using Minato.Sources.Linux;

namespace Minato;

/// <summary>Goes into another network namespace: everything read on this thread afterwards is that namespace's.</summary>
internal static class NetworkNamespace
{
    /// <summary>Null, or what is wrong, as ss says it.</summary>
    /// <param name="name">A name that ip-netns(8) gave; else <c>pid:N</c> or the path of a namespace's file.</param>
    /// <param name="onlyNamed">Whether the name alone counts, as in ss.</param>
    public static string? Enter(string name, bool onlyNamed) => onlyNamed ? NamespaceEntry.EnterNamed(name) : NamespaceEntry.Enter(name);
}
