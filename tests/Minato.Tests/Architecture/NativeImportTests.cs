using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Minato.Tests.Architecture;

/// <summary>Interop holds one native function a file, so that the name of the function is the way to it.</summary>
public sealed partial class NativeImportTests
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Dictionary<string, string[]> Declared = SourceTree.CSharpFiles("src/Minato/Interop")
        .ToDictionary(
            path => path,
            path => Declaration().Matches(SourceTree.Text(path)).Select(NativeName).Distinct(StringComparer.Ordinal).ToArray(),
            StringComparer.Ordinal);

    [Fact]
    public void A_file_of_Interop_declares_at_most_one_native_function() =>
        Findings.None(
        from file in Declared where file.Value.Length > 1 select $"{file.Key} declares {string.Join(", ", file.Value)}");

    // Metadata does not know of files, and source text can be misread: so the two must tell the same functions.
    [Fact]
    public void The_source_declares_the_native_functions_that_the_assembly_has()
    {
        IEnumerable<string> compiled = CompiledAssembly.Library.Types
            .SelectMany(type => type.NativeImports.Distinct(StringComparer.Ordinal));
        IEnumerable<string> declared = Declared.Values.SelectMany(names => names);
        Assert.Equal(compiled.Order(StringComparer.Ordinal), declared.Order(StringComparer.Ordinal));
    }

    private static string NativeName(Match declaration) =>
        declaration.Groups["entry"] is { Success: true } entry ? entry.Value : declaration.Groups["method"].Value;

    [GeneratedRegex("""\[(Library|Dll)Import\([^\]]*?(EntryPoint = "(?<entry>\w+)"[^\]]*?)?\)\][^;]*?(?<method>\w+)\(""", Options)]
    private static partial Regex Declaration();
}
