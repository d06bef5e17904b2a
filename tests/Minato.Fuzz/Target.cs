using System;
using System.Collections.Generic;
using Minato.Fuzz.Targets;

namespace Minato.Fuzz;

/// <summary>Something that takes bytes from outside. It may refuse them, but neither throw nor hang.</summary>
internal abstract class Target
{
    public static string Names => "netlink attributes proc network words dump text";

    /// <summary>Valid inputs, for libFuzzer to change.</summary>
    public abstract IEnumerable<byte[]> Seeds();

    public abstract void Run(ReadOnlySpan<byte> input);

    public static Target? Find(string name) => name switch
    {
        "netlink" => new NetlinkTarget(),
        "attributes" => new AttributesTarget(),
        "proc" => new ProcTarget(),
        "network" => new NetworkTarget(),
        "words" => new WordsTarget(),
        "dump" => new DumpTarget(),
        "text" => new TextTarget(),
        _ => null,
    };
}
