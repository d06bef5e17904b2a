using System;
using System.IO;

namespace Minato.Tests.Sources;

/// <summary>A folder that stands in for /proc, gone at the end of the test.</summary>
internal sealed class FixtureRoot : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("minato-test-").FullName;

    /// <summary>Writes <c>net/NAME</c>.</summary>
    public FixtureRoot With(string name, string text)
    {
        Directory.CreateDirectory(Path + "/net");
        File.WriteAllText(Path + "/net/" + name, text);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
