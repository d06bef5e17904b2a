using System;
using System.Linq;
using Minato.Bench.Storm;

namespace Minato.Bench;

/// <summary><c>storm</c>: makes one load by hand and holds it until the input closes.</summary>
internal static class StormVerb
{
    public static int Run(ReadOnlySpan<string> words)
    {
        var (shape, newNamespace) = Parse(words);
        using var storm = SocketStorm.Start(shape, newNamespace);
        var made = storm.Counts;
        Console.WriteLine(
            $"ready pid={storm.Pid} processes={made.Processes} connections={made.Connections} v6={made.V6} listeners={made.Listeners}");
        Console.Error.WriteLine($"in that namespace: nsenter -t {storm.Pid} -n ss -tan · ends with ^D or ^C");
        while (Console.In.Read() >= 0)
        {
        }
        return 0;
    }

    /// <summary>A named shape gets a namespace of its own; <c>custom</c> is made where the command is started, unless told.</summary>
    internal static (StormShape Shape, bool NewNamespace) Parse(ReadOnlySpan<string> words)
    {
        var shape = StormShape.Custom;
        bool? newNamespace = null;
        for (var i = 0; i < words.Length; i++)
        {
            switch (words[i])
            {
                case "--shape":
                    shape = Named(BenchArguments.ValueOf(words, ref i));
                    break;
                case "--connections":
                    shape = shape with { Connections = BenchArguments.ParseNumber(words, ref i, least: 0) };
                    break;
                case "--processes":
                    shape = shape with { Processes = BenchArguments.ParseNumber(words, ref i, least: 0) };
                    break;
                case "--v6-percent":
                    shape = shape with { V6Percent = BenchArguments.ParseNumber(words, ref i, least: 0) };
                    break;
                case "--new-netns":
                    newNamespace = true;
                    break;
                default:
                    throw new BenchUsage($"unknown option '{words[i]}'");
            }
        }
        return (shape, newNamespace ?? !string.Equals(shape.Name, StormShape.Custom.Name, StringComparison.Ordinal));
    }

    private static StormShape Named(string name) =>
        StormShape.All.FirstOrDefault(shape => string.Equals(shape.Name, name, StringComparison.Ordinal))
        ?? throw new BenchUsage($"no shape '{name}'; the shapes are: {string.Join(' ', StormShape.All.Select(static shape => shape.Name))}");
}
