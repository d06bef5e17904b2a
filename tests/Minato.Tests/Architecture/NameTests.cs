using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace Minato.Tests.Architecture;

public sealed partial class NameTests
{
    // Such a name says where a thing was put, not what it is.
    private static readonly string[] Empty =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Common", "Service", "Base"];

    [Fact]
    public void A_types_name_says_what_it_is() => Findings.None(
        from type in CompiledAssembly.Library.Types.Concat(CompiledAssembly.Command.Types)
        where !type.IsCompilerGenerated
        let name = type.Name.Name.Split('+')[^1].Split('`')[0]
        where Empty.Any(word => name.EndsWith(word, StringComparison.Ordinal))
        select type.Name.FullName);

    [Fact]
    public void A_files_namespace_is_its_folder() => Findings.None(
        from path in SourceTree.CSharpFiles("src")
        let declared = Namespace().Match(SourceTree.Text(path))
        where declared.Success
        let folder = path["src/".Length..path.LastIndexOf('/')].Replace('/', '.')
        where declared.Groups["name"].Value != folder
        select $"{path} declares {declared.Groups["name"].Value}");

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Namespace();
}
