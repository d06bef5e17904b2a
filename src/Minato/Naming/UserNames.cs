using System;
using System.Buffers.Text;

namespace Minato.Naming;

/// <summary>
/// User id → login name from /etc/passwd. Users of a directory service are not in that file and stay numbers: asking the
/// name service needs its plug-ins, which a static program cannot load.
/// </summary>
internal sealed class UserNames(string path = UserNames.DefaultPath)
{
    internal const string DefaultPath = "/etc/passwd";

    private NameTable? _names;

    public bool TryFind(uint uid, out ReadOnlySpan<byte> name)
    {
        _names ??= Parse(NameFile.Read(path));
        return _names.TryFind(uid, out name);
    }

    // "name:password:uid:…", see passwd(5).
    private static NameTable Parse(byte[] text)
    {
        NameTable names = new(text);
        int next;
        for (int start = 0; start < text.Length; start = next)
        {
            ReadOnlySpan<byte> line = text.AsSpan(start);
            int end = line.IndexOf((byte)'\n');
            if (end >= 0) line = line[..end];
            next = start + line.Length + 1;

            int name = line.IndexOf((byte)':');
            if (name <= 0) continue;
            int password = line[(name + 1)..].IndexOf((byte)':');
            if (password < 0) continue;
            ReadOnlySpan<byte> field = line[(name + password + 2)..];
            if (!Utf8Parser.TryParse(field, out uint uid, out int digits)) continue;
            if (digits < field.Length && field[digits] == ':') names.Add(uid, start..(start + name));
        }

        return names;
    }
}
