using System;
using System.Collections.Generic;
using System.IO;

namespace Minato.Tests.Aot;

/// <summary>What the linker put into the published program, as it wrote it down beside it (eng/publish).</summary>
internal sealed class LinkMap
{
    private readonly Dictionary<string, List<string>> _files = new(StringComparer.Ordinal);

    private LinkMap(IEnumerable<string> lines)
    {
        string symbol = "";
        bool isInside = false;
        foreach (string line in lines)
        {
            if (!isInside)
            {
                isInside = line == "Cross Reference Table";
                continue;
            }

            int blank = line.LastIndexOf(' ');
            if (blank < 0) continue;
            if (line[0] != ' ') symbol = line[..blank].TrimEnd();
            string file = line[(blank + 1)..];
            if (!_files.TryGetValue(symbol, out List<string>? files)) _files[symbol] = files = [];
            files.Add(file[(file.LastIndexOf('/') + 1)..]);
        }
    }

    /// <summary>The names of all that was linked.</summary>
    public IReadOnlyCollection<string> Symbols => _files.Keys;

    public static LinkMap OfProgram()
    {
        string path = Path.Join(Path.GetDirectoryName(Typed.Program), "minato.map");
        Assert.True(File.Exists(path), $"{path} is missing; type: eng/publish linux-x64");
        return new LinkMap(File.ReadLines(path));
    }

    /// <summary>The object files that define or use a symbol, those of archives as <c>libc.a(fork.o)</c>.</summary>
    public IReadOnlyList<string> FilesWith(string symbol) => _files.GetValueOrDefault(symbol) ?? [];
}
