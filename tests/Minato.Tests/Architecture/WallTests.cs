using System;
using System.Collections.Generic;
using System.Linq;

namespace Minato.Tests.Architecture;

public sealed class WallTests
{
    private static IEnumerable<CompiledType> House => CompiledAssembly.Library.Types.Concat(CompiledAssembly.Command.Types);

    [Fact]
    public void A_room_uses_only_the_rooms_it_may() => Findings.None(new Walls("Minato", House).Breaches());

    [Fact]
    public void A_room_keeps_out_the_parts_of_dotnet_that_would_harm_it() => Findings.None(Bans.Broken("Minato", House));

    [Fact]
    public void Every_type_lives_in_a_room() => Findings.None(
        from type in House
        where !type.IsCompilerGenerated
        where type.Name.RoomIn("Minato") is not string room || !Rooms.AllowedUses.ContainsKey(room)
        select $"{type.Name} is in no known room");

    [Fact]
    public void Native_functions_are_declared_only_where_they_may() => Findings.None(
        from type in House
        where type.NativeImports.Count > 0 && !Rooms.NativeImports.Any(type.Name.IsIn)
        select $"{type.Name} declares {string.Join(", ", type.NativeImports)}");

    [Fact]
    public void Every_rule_and_every_ban_names_a_room()
    {
        IEnumerable<string> named = Rooms.AllowedUses.Values
            .SelectMany(rules => rules)
            .Select(rule => rule == Rooms.FrontDoor ? rule : rule.Split('.', ' ')[0])
            .Concat(Bans.All.Select(ban => ban.Room).Where(room => room != "*"));
        Findings.None(named.Except(Rooms.AllowedUses.Keys, StringComparer.Ordinal));
    }
}
