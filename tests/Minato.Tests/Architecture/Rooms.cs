using System;
using System.Collections.Generic;

namespace Minato.Tests.Architecture;

/// <summary>
/// The rooms of the house and whom each may use; what is absent here is forbidden. A room is the segment of a namespace
/// after <c>Minato.</c>.
/// </summary>
internal static class Rooms
{
    /// <summary>The namespace <c>Minato</c> itself.</summary>
    public const string FrontDoor = "the front door";

    /// <summary>
    /// <c>Wire</c> is a whole room, <c>Wire.NetlinkWriter</c> one type or namespace of it, <c>Interop layouts</c> its structs,
    /// enums and constants, <c>Facts values</c> its structs, enums and records.
    /// </summary>
    public static IReadOnlyDictionary<string, string[]> AllowedUses { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Model"] = [],
        ["States"] = [],
        ["Interop"] = [],
        ["Threads"] = [],
        ["Columns"] = ["Model", "States"],
        ["Explain"] = ["Model", "States"],
        ["Wire"] = ["Model", "Interop layouts"],
        ["Filter"] = ["Model", "Columns", "States", "Wire.NetlinkWriter"],
        ["KernelPrograms"] = ["Interop", "Wire"],
        ["Sources"] = ["Interop", "Wire", "Model", "Filter.Kernel", "KernelPrograms", "Threads"],
        ["Attribution"] = ["Interop", "Wire", "Model", "KernelPrograms", "Threads"],
        ["Events"] = ["Interop", "Wire", "Model"],
        ["Rendering"] = ["Model", "Columns", "States"],
        ["Naming"] = ["Interop"],
        ["Statistics"] = ["Interop", "Wire", "Model"],
        ["Reading"] = ["Model", "States", "Columns"],
        ["Diagnosis"] = ["Model", "States", "Statistics", "Facts values"],
        ["Actions"] = ["Interop", "Wire", "Model"],
        ["Facts"] = ["Interop", "Wire", "Model"],
        ["Audit"] = ["Model", "Facts values", "Columns", "Explain"],
        [FrontDoor] = ["Sources", "Attribution", "Facts", "Events", "Filter", "Model", "Threads"],
        ["Cli"] =
        [
            FrontDoor, "Model", "States", "Columns", "Explain", "Filter", "Events", "Rendering", "Naming", "Statistics", "Reading",
            "Diagnosis", "Actions", "Facts", "Audit",
        ],
    };

    /// <summary>The only places that may declare native functions.</summary>
    public static IReadOnlyList<string> NativeImports { get; } = ["Minato.Interop", "Minato.Cli.Terminal"];
}
