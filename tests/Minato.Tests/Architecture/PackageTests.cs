using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace Minato.Tests.Architecture;

public sealed class PackageTests
{
    [Fact]
    public void The_library_stands_on_dotnet_alone() => Findings.None(
        from name in CompiledAssembly.Library.References
        where !File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name + ".dll"))
        select name);

    [Theory]
    [InlineData("Directory.Build.props")]
    [InlineData("src/Minato/Minato.csproj")]
    public void A_package_of_the_library_leaves_nothing_behind(string project)
    {
        XElement[] packages = [.. XElement.Load(Path.Combine(SourceTree.Root, project)).Descendants("PackageReference")];
        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.Equal("all", package.Attribute("PrivateAssets")?.Value));
    }
}
