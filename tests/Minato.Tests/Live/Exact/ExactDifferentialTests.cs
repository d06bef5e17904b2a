using System;
using System.Collections.Generic;
using System.Linq;

namespace Minato.Tests.Live.Exact;

/// <summary><c>minato ss --exact=RELEASE</c> against that release's ss, on the same sockets at the same moment: stdout and exit code.</summary>
public sealed class ExactDifferentialTests(ExactScene scene) : LiveTest, IClassFixture<ExactScene>
{
    private static readonly Dictionary<string, IReadOnlyList<Invocation>> Groups = new(StringComparer.Ordinal)
    {
        ["every option with every table"] = Invocations.Cover,
        ["what people type"] = Invocations.Typed,
        ["filters of TCP"] = Invocations.Filtered,
        ["filters of other tables"] = Invocations.FilteredElsewhere,
        ["what is typed wrong"] = Invocations.Wrong,
        ["other namespaces, files and /proc"] = Invocations.Elsewhere,
        ["widths"] = Invocations.Wide,
    };

    public static TheoryData<string, string> Cases =>
        [.. from release in Oracles.Releases from name in Groups.Keys select (release, name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Minato_prints_what_that_release_prints(string release, string group)
    {
        string original = Oracles.Of(release);
        string minato = ExactMinato.As(release);

        List<string> differences = [];
        foreach (Invocation[] part in Groups[group].Chunk(100))
            differences.AddRange(Batch.Differences(scene.Fresh(), original, minato, part));
        Differ.None(differences);
    }

    [Theory]
    [InlineData("6.1")]
    [InlineData("6.15")]
    [InlineData("7.3")]
    public void What_is_typed_wrong_is_said_in_the_same_words(string release) => Differ.None(Batch.DifferencesOfErrors(
        scene.Fresh(), Oracles.Of(release), ExactMinato.As(release), [.. Invocations.Wrong, .. Invocations.Elsewhere]));
}
