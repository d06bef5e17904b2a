using System;
using System.IO;
using Minato.Tests.Architecture;

namespace Minato.Tests.Rendering;

/// <summary>Tables compared with files in Expected/. With MINATO_UPDATE_GOLDEN=1 the files are written anew: look at the difference.</summary>
internal static class Golden
{
    public static void Matches(string name, string text)
    {
        string path = Path.Combine(SourceTree.Root, "tests/Minato.Tests/Expected", name + ".txt");
        if (Environment.GetEnvironmentVariable("MINATO_UPDATE_GOLDEN") == "1") File.WriteAllText(path, text);
        Assert.Equal(File.ReadAllText(path), text);
    }
}
