using System;

namespace Minato.Tests.Architecture;

/// <summary>The checker itself, held against a small house with known holes (folder Samples).</summary>
public sealed class WallSampleTests
{
    private const string Root = "Minato.Tests.Architecture.Samples";

    private static readonly string[] Breaches = [.. new Walls(Root, CompiledAssembly.Tests.Types).Breaches()];

    [Theory]
    [InlineData("Inherits uses")]
    [InlineData("Implements uses")]
    [InlineData("Constrains`1 uses")]
    [InlineData("IsMarked uses")]
    [InlineData("HasField.Sheet uses")]
    [InlineData("HasProperty.get_Sheet uses")]
    [InlineData("HasMarkedProperty.Number uses")]
    [InlineData("Takes.Sheets uses")]
    [InlineData("Calls.Rows uses")]
    [InlineData("CallsGeneric.Rows uses")]
    [InlineData("ReadsStatic.Rows uses")]
    [InlineData("AsksType.Name uses")]
    [InlineData("HoldsLocal.Rows uses")]
    [InlineData("Catches.Rows uses")]
    [InlineData("AfterSwitch.Rows uses")]
    [InlineData("CallsPointer.Rows uses")]
    public void A_use_is_found_wherever_it_stands(string use) =>
        Assert.Contains(Breaches, breach => breach.StartsWith($"{Root}.Model.{use} {Root}.Rendering.", StringComparison.Ordinal));

    [Fact]
    public void A_use_inside_a_lambda_counts_for_the_type_that_holds_it() =>
        Assert.Contains(Breaches, breach => breach.StartsWith($"{Root}.Model.HoldsLambda+", StringComparison.Ordinal));

    [Fact]
    public void A_breach_names_type_member_used_type_and_both_rooms() => Assert.Contains(
        $"{Root}.Model.HasField.Sheet uses {Root}.Rendering.Sheet: Model may not use that of Rendering", Breaches, StringComparer.Ordinal);

    [Theory]
    [InlineData("Wire", "Decoder.Ask", "Interop", "GetPid")]
    [InlineData("Sources", "Source.Parse", "Filter", "Parser")]
    [InlineData("Diagnosis", "Verdict.Read", "Facts", "FirewallReader")]
    public void A_room_that_is_open_in_part_lets_only_that_part_through(string room, string member, string usedRoom, string used)
    {
        string breach = Assert.Single(Breaches, breach => breach.StartsWith($"{Root}.{room}.", StringComparison.Ordinal));
        Assert.Equal($"{Root}.{room}.{member} uses {Root}.{usedRoom}.{used}: {room} may not use that of {usedRoom}", breach);
    }

    [Fact]
    public void A_banned_part_of_dotnet_is_found()
    {
        string broken = Assert.Single(Bans.Broken(Root, CompiledAssembly.Tests.Types));
        Assert.StartsWith($"{Root}.Rendering.Sheet.Localized uses System.Globalization.CultureInfo", broken);
    }

    [Fact]
    public void A_native_import_is_found()
    {
        CompiledType type = Assert.Single(CompiledAssembly.Tests.Types, type => type.Name.FullName == Root + ".Interop.GetPid");
        Assert.Equal("getpid", Assert.Single(type.NativeImports));
    }
}
