using System.Globalization;
using System.Text;
using Minato.Cli.Doors;
using Minato.Cli.Doors.Netstat.Linux;
using Minato.Cli.Doors.Ss;

namespace Minato.Tests.Docs;

/// <summary>Completion of minato's command line for zsh.</summary>
internal static class ZshCompletion
{
    public static string Generate()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $$"""
            #compdef minato
            # Completion of minato for zsh. Made from the option tables: do not edit (eng/docs).

            _minato_tables() {
                compset -P '*,'
                compset -P '!'
                compadd -S '' -- {{SsTableNames.Names}}
            }

            _minato_namespaces() {
                compadd -- /run/netns/*(N:t)
            }

            _minato_ss() {
                _arguments -s -S : \

            """);
        AppendOptions(text, SsOptions.Table, CompletionWords.Ss());
        text.Append("""
                    '*:filter:(@FILTER@)'
            }

            _minato_netstat() {
                _arguments -s -S : \

            """);
        AppendOptions(text, LinuxOptions.Table, CompletionWords.Netstat());
        text.Append(CultureInfo.InvariantCulture, $$"""
                    '*: :'
            }

            _minato() {
                if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
                    compadd -- {{string.Join(' ', CompletionWords.FirstWords())}}
                    return
                fi
                case $words[2] in
                    ss) shift words; (( CURRENT-- )); _minato_ss ;;
                    netstat) shift words; (( CURRENT-- )); _minato_netstat ;;
                    link) compadd -- ss netstat --exact --dir --undo --help ;;
                    help) (( CURRENT > 3 )) || compadd -- {{string.Join(' ', CompletionWords.FirstWords())}} ;;
                    -*) _minato_ss ;;
                esac
            }

            _minato "$@"

            """);
        return text.Replace("@FILTER@", CompletionWords.Filter).ToString();
    }

    private static void AppendOptions(StringBuilder text, OptionSpec[] table, System.Collections.Generic.IEnumerable<OptionSpec> options)
    {
        foreach (OptionSpec option in options)
        {
            string help = CompletionWords.HelpOf(table, option).Replace("'", "'\\''", System.StringComparison.Ordinal)
                .Replace("[", "\\[", System.StringComparison.Ordinal).Replace("]", "\\]", System.StringComparison.Ordinal)
                .Replace(":", "\\:", System.StringComparison.Ordinal);
            string value = table == SsOptions.Table ? Value(option) : "";
            if (option.Short != '\0') text.Append("        '*-").Append(option.Short).Append(value.Length > 0 ? "+" : "").Append('[').Append(help).Append(']').Append(value).Append("' \\\n");
            if (option.Long is null) continue;
            string joint = value.Length == 0 ? "" : option.IsValueOptional ? "=-" : "=";
            text.Append("        '*--").Append(option.Long).Append(joint).Append('[').Append(help).Append(']').Append(value).Append("' \\\n");
        }
    }

    private static string Value(OptionSpec option) => CompletionWords.KindOf(option) switch
    {
        ValueKind.Family => ":family:(" + SsFamilies.Names + ")",
        ValueKind.Tables => ":tables:_minato_tables",
        ValueKind.File => ":file:_files",
        ValueKind.Namespace => ":namespace:_minato_namespaces",
        ValueKind.Release => "::release:(" + CompletionWords.Releases + ")",
        _ => option.ValueName is null ? "" : ":" + option.ValueName + ": ",
    };
}
