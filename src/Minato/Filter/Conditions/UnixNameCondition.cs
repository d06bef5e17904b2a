using System;
using System.Text;
using Minato.Model;

namespace Minato.Filter.Conditions;

/// <summary>A pattern for the name of a UNIX socket: <c>src unix:/run/*</c>. Of the other end only "no name" is known, as in ss.</summary>
internal sealed class UnixNameCondition(bool isPeer, bool isPortAlone, string pattern, string words) : FilterCondition
{
    private readonly byte[] _pattern = Encoding.UTF8.GetBytes(pattern);

    public override bool Test(in SocketEntry row, in SocketBatch batch, FilterReading reading)
    {
        if (isPeer || row.Family != SocketFamily.Unix) return Glob.Matches(_pattern, []);
        ReadOnlySpan<byte> name = row.UnixPath.Span;
        if (name.IsEmpty || name[0] != 0) return Glob.Matches(_pattern, name);

        // ss writes every NUL of an abstract name as '@'.
        Span<byte> shown = stackalloc byte[name.Length];
        for (int i = 0; i < name.Length; i++) shown[i] = name[i] == 0 ? (byte)'@' : name[i];
        return Glob.Matches(_pattern, shown);
    }

    public override void AppendTo(StringBuilder text)
    {
        text.Append(isPortAlone ? isPeer ? "dport = " : "sport = " : isPeer ? "dst " : "src ");
        Word.AppendTo(text, words);
    }
}
