using System.Text;

namespace Minato.Cli.Terminal;

/// <summary>Text for a person, on standard output or standard error.</summary>
internal static class Message
{
    public static void Print(string text) => OutputStream.Standard.Write(Encoding.UTF8.GetBytes(text + "\n"));

    public static void Error(string text) => OutputStream.Error.Write(Encoding.UTF8.GetBytes(text + "\n"));
}
