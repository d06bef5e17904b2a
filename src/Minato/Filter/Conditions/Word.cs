using System.Text;

namespace Minato.Filter.Conditions;

/// <summary>A word as a filter has it: blanks and backslashes are escaped.</summary>
internal static class Word
{
    public static void AppendTo(StringBuilder text, string word)
    {
        foreach (char character in word)
        {
            if (character is ' ' or '\t' or '\\') text.Append('\\');
            text.Append(character);
        }
    }
}
