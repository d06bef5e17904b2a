using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;

namespace Minato.Cli.Terminal;

/// <summary>
/// This process's environment for a child, with one directory put in front of PATH and some variables set. The other
/// entries are the C library's own bytes: a value that is no UTF-8 reaches the child as it is.
/// </summary>
internal sealed unsafe partial class ChildEnvironment : IDisposable
{
    // What a shell searches when it is given no PATH.
    private static ReadOnlySpan<byte> SystemPath => "/usr/local/bin:/usr/bin:/bin"u8;

    private readonly nint _environ = GetEnviron();
    private readonly List<nint> _own = [];

    /// <param name="firstOnPath">The directory that comes first on PATH; null leaves PATH as it is.</param>
    /// <param name="variables">NAME=VALUE each; they replace what there is of the same name.</param>
    public ChildEnvironment(string? firstOnPath, params ReadOnlySpan<string> variables)
    {
        List<nint> inherited = [];
        ReadOnlySpan<byte> path = default;
        for (nint* entry = (nint*)_environ; *entry != 0; entry++)
        {
            ReadOnlySpan<byte> text = MemoryMarshal.CreateReadOnlySpanFromNullTerminated((byte*)*entry);
            if (firstOnPath is not null && text.StartsWith("PATH="u8))
                path = text["PATH=".Length..];
            else if (!IsAmong(variables, text))
                inherited.Add(*entry);
        }

        if (firstOnPath is not null) Own([.. Encoding.UTF8.GetBytes($"PATH={firstOnPath}:"), .. path.IsEmpty ? SystemPath : path, 0]);
        foreach (string variable in variables) Own(Encoding.UTF8.GetBytes(variable + "\0"));
        Entries = [.. inherited, .. _own, 0];
    }

    /// <summary>Addresses of NAME=VALUE strings, and a closing 0.</summary>
    public nint[] Entries { get; }

    public void Dispose()
    {
        foreach (nint text in _own) NativeMemory.Free((void*)text);
        FreeEnviron(_environ);
    }

    private static bool IsAmong(ReadOnlySpan<string> variables, ReadOnlySpan<byte> entry)
    {
        foreach (string variable in variables)
        {
            string name = variable[..(variable.IndexOf('=') + 1)];
            if (entry.StartsWith(Encoding.UTF8.GetBytes(name))) return true;
        }

        return false;
    }

    private void Own(ReadOnlySpan<byte> text)
    {
        void* copy = NativeMemory.Alloc((nuint)text.Length);
        text.CopyTo(new Span<byte>(copy, text.Length));
        _own.Add((nint)copy);
    }

    // `environ` is a variable, which managed code cannot import; the runtime's own native part hands it out.
    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_GetEnviron")]
    private static partial nint GetEnviron();

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_FreeEnviron")]
    private static partial void FreeEnviron(nint environ);
}
