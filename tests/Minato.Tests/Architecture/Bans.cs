using System.Collections.Generic;
using System.Linq;

namespace Minato.Tests.Architecture;

/// <summary>A type, or all of a namespace, of .NET that a room never uses.</summary>
internal sealed record Ban(string Room, string Forbidden, string Why);

/// <summary>What of .NET itself is kept out of which room.</summary>
internal static class Bans
{
    private const string AnyRoom = "*";
    private const string Speed = "it allocates for each row";
    private const string Pure = "the room works on what it is given";

    public static IReadOnlyList<Ban> All { get; } =
    [
        new(AnyRoom, "System.Console", "output is bytes that Cli.Terminal writes, so that no write error is lost"),
        new("Model", "System.IO.File", Pure),
        new("Model", "System.IO.FileStream", Pure),
        new("Wire", "System.OperatingSystem", "a decoder gives the same answer on every system"),
        new("Wire", "System.Runtime.InteropServices.RuntimeInformation", "a decoder gives the same answer on every system"),
        new("Wire", "System.IO.File", Pure),
        new("Wire", "System.Linq", Speed),
        new("Sources", "System.Linq", Speed),
        new("Attribution", "System.Linq", Speed),
        new("Rendering", "System.Linq", Speed),
        new("Rendering", "System.IO.File", Pure),
        new("Rendering", "System.IO.FileStream", Pure),
        new("Rendering", "System.Globalization.CultureInfo", "machine output is the same in every culture"),
        new("Filter", "System.Net.Sockets", Pure),
        new("Audit", "System.IO.File", Pure),
    ];

    /// <summary>One line for each forbidden use in the rooms below <paramref name="root"/>.</summary>
    public static IEnumerable<string> Broken(string root, IEnumerable<CompiledType> types) =>
        from type in types
        let room = type.Name.RoomIn(root)
        where room is not null
        from ban in All
        where ban.Room == AnyRoom || ban.Room == room
        from use in type.Uses
        where use.Type.IsIn(ban.Forbidden)
        select $"{type.Name}.{use.Member} uses {use.Type}: not in {room}, {ban.Why}";
}
