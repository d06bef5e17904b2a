using System;

namespace Minato.Tests.Architecture;

/// <summary>A type as metadata names it; a nested one has its outermost type's namespace and a name like <c>Outer+Inner</c>.</summary>
internal readonly record struct TypeName(string Namespace, string Name)
{
    public string FullName => Namespace.Length == 0 ? Name : Namespace + "." + Name;

    /// <summary>Whether this is <paramref name="place"/> itself, nested in it, or below it as a namespace.</summary>
    public bool IsIn(string place) =>
        (FullName + ".").StartsWith(place + ".", StringComparison.Ordinal) || FullName.StartsWith(place + "+", StringComparison.Ordinal);

    /// <summary>
    /// The room below <paramref name="root"/>: the namespace's next segment, <see cref="Rooms.FrontDoor"/> for the root itself,
    /// null for what stands outside of it.
    /// </summary>
    public string? RoomIn(string root)
    {
        if (Namespace == root) return Rooms.FrontDoor;
        return Namespace.StartsWith(root + ".", StringComparison.Ordinal) ? Namespace[(root.Length + 1)..].Split('.')[0] : null;
    }

    public override string ToString() => FullName;
}
