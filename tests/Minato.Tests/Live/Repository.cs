using System;
using System.IO;

namespace Minato.Tests.Live;

/// <summary>Where the tests find what is not compiled into them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string FindRoot(string start)
    {
        for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(directory.FullName, "Minato.slnx")))
                return directory.FullName;
        }

        throw new DirectoryNotFoundException($"no Minato.slnx above {start}");
    }
}
