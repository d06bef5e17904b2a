using System;
using System.Collections.Generic;
using Minato.Bench.Machine;

namespace Minato.Bench.Cases;

/// <summary>A command as one types it, its environment first: <c>MINATO_OWNERS=proc minato -tlnp</c>.</summary>
internal sealed record TypedCommand(string Text)
{
    private const string OwnName = "minato";

    private string[] Words => Text.Split(' ');

    public bool IsMinato => string.Equals(Name, OwnName, StringComparison.Ordinal);

    public string Name => Words[SettingCount()];

    public IReadOnlyList<KeyValuePair<string, string>> Settings
    {
        get
        {
            var settings = new List<KeyValuePair<string, string>>();
            foreach (var word in Words[..SettingCount()])
            {
                var cut = word.IndexOf('=', StringComparison.Ordinal);
                settings.Add(new(word[..cut], word[(cut + 1)..]));
            }
            return settings;
        }
    }

    /// <summary>A door or verb of its own stands first, which no other program under test would understand.</summary>
    public bool NeedsMinato => IsMinato && (SettingCount() > 0 || !Words[SettingCount() + 1].StartsWith('-'));

    /// <summary>By its full path on both sides: the search along PATH would be measured too.</summary>
    /// <param name="minatoProgram">The program under test.</param>
    public IReadOnlyList<string> Resolve(string minatoProgram) =>
        [IsMinato ? minatoProgram : InstalledProgram.Find(Name), .. Words[(SettingCount() + 1)..]];

    private int SettingCount()
    {
        var count = 0;
        while (Words[count].IndexOf('=', StringComparison.Ordinal) > 0)
            count++;
        return count;
    }
}
