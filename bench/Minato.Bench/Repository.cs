using System;
using System.IO;

namespace Minato.Bench;

/// <summary>Where things are: the folder that holds the solution, found upwards from the running program.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Minato.slnx")))
                return folder.FullName;
        }
        throw new BenchFault($"no Minato.slnx above {AppContext.BaseDirectory}: run the bench from its repository");
    }
}
