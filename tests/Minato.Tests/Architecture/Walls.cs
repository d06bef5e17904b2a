using System;
using System.Collections.Generic;
using System.Linq;

namespace Minato.Tests.Architecture;

/// <summary>Holds compiled types against <see cref="Rooms.AllowedUses"/>, for the rooms below one root namespace.</summary>
internal sealed class Walls(string root, IEnumerable<CompiledType> house)
{
    private readonly Dictionary<TypeName, CompiledType> _types = house
        .Where(type => type.Name.RoomIn(root) is not null)
        .ToDictionary(type => type.Name);

    /// <summary>One line for each use that goes through a wall.</summary>
    public IEnumerable<string> Breaches() =>
        from type in _types.Values
        let room = type.Name.RoomIn(root)
        from use in type.Uses
        let usedRoom = use.Type.RoomIn(root)
        where usedRoom is not null && usedRoom != room && !MayUse(room, usedRoom, use.Type)
        select $"{type.Name}{(use.Member.Length == 0 ? "" : "." + use.Member)} uses {use.Type}: {room} may not use that of {usedRoom}";

    private bool MayUse(string room, string usedRoom, TypeName used) =>
        Rooms.AllowedUses.TryGetValue(room, out string[]? allowed) && allowed.Any(rule => Covers(rule, usedRoom, used));

    private bool Covers(string rule, string usedRoom, TypeName used)
    {
        if (rule == usedRoom) return true;
        if (rule == usedRoom + " layouts") return IsLayout(_types[used]);
        if (rule == usedRoom + " values") return IsValue(_types[used]);
        return rule.StartsWith(usedRoom + ".", StringComparison.Ordinal) && used.IsIn(root + "." + rule);
    }

    private static bool IsLayout(CompiledType type) => (type.IsValueType || type.HoldsNativeConstants) && type.NativeImports.Count == 0;

    private static bool IsValue(CompiledType type) => type.IsValueType || type.IsRecord;
}
