using System;
using System.Buffers.Text;

namespace Minato.Naming;

/// <summary>Login name → user id, from /etc/passwd (passwd(5)).</summary>
internal static class UserIds
{
    public static bool TryFind(ReadOnlySpan<byte> name, out uint uid, string path = UserNames.DefaultPath)
    {
        ReadOnlySpan<byte> text = NameFile.Read(path);
        uid = 0;
        foreach (Range range in text.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = text[range];
            if (name.IsEmpty || !line.StartsWith(name) || line.Length <= name.Length || line[name.Length] != ':') continue;
            line = line[(name.Length + 1)..];
            int password = line.IndexOf((byte)':');
            if (password < 0) continue;
            line = line[(password + 1)..];
            if (Utf8Parser.TryParse(line, out uid, out int digits) && digits < line.Length && line[digits] == ':') return true;
        }

        return false;
    }
}
