using System;
using System.Collections.Generic;
using System.Linq;

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

    [Fact]
    public void Wire_may_use_layouts_but_no_type_that_calls_the_system()
    {
        IEnumerable<string> ofWire = Breaches.Where(breach => breach.StartsWith(Root + ".Wire.", StringComparison.Ordinal));
        string breach = Assert.Single(ofWire);
        Assert.Equal($"{Root}.Wire.Decoder.Ask uses {Root}.Interop.GetPid: Wire may not use that of Interop", breach);
    }

    [Fact]
    public void A_room_that_is_open_in_part_lets_only_that_part_through()
    {
        IEnumerable<string> ofSources = Breaches.Where(breach => breach.StartsWith(Root + ".Sources.", StringComparison.Ordinal));
        string breach = Assert.Single(ofSources);
        Assert.Equal($"{Root}.Sources.Source.Parse uses {Root}.Filter.Parser: Sources may not use that of Filter", breach);
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
