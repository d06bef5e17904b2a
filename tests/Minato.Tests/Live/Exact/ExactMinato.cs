using System.IO;

namespace Minato.Tests.Live.Exact;

/// <summary>How Minato is asked: under the name ss, which it then has among the owners of netlink sockets as ss itself has.</summary>
internal static class ExactMinato
{
    private static readonly string Link = MakeLink();

    /// <summary>The path and the first words; keys of MD5 are shown, as ss shows them.</summary>
    public static string As(string release) => $"{Link} --exact={release} --show-secrets";

    private static string MakeLink()
    {
        string link = Path.Combine(Workshop.MakeDirectory("exact-link"), "ss");
        File.CreateSymbolicLink(link, Workshop.Minato);
        return link;
    }
}
