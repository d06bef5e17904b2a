using System.Globalization;
using System.Linq;
using System.Text;
using Minato.Cli.Doors;
using Minato.Cli.Doors.Ss;

namespace Minato.Tests.Docs;

/// <summary>Completion of minato's command line for bash.</summary>
internal static class BashCompletion
{
    public static string Generate()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $$"""
            # Completion of minato for bash. Made from the option tables: do not edit (eng/docs).
            _minato_names() {
                mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2")
            }

            # The last of a list of tables, with what stands before it.
            _minato_tables() {
                local head= last=$1
                if [[ $last == *,* ]]; then
                    head=${last%,*},
                    last=${last##*,}
                fi
                if [[ $last == '!'* ]]; then
                    head+='!'
                    last=${last#!}
                fi
                mapfile -t COMPREPLY < <(compgen -P "$head" -W "{{SsTableNames.Names}}" -- "$last")
                compopt -o nospace 2>/dev/null || true
            }

            _minato_value() {
                case $1 in
                    {{Patterns(ValueKind.Family)}}) _minato_names "{{SsFamilies.Names}}" "$2" ;;
                    {{Patterns(ValueKind.Tables)}}) _minato_tables "$2" ;;
                    {{Patterns(ValueKind.File)}}) mapfile -t COMPREPLY < <(compgen -f -- "$2") ;;
                    {{Patterns(ValueKind.Namespace)}}) _minato_names "$(ls /run/netns 2>/dev/null)" "$2" ;;
                    *) return 1 ;;
                esac
            }

            _minato_ss() {
                local current=$1 before=$2 joined=
                # bash cuts --name=value in three words.
                if [[ $current == = ]]; then
                    current= joined=1
                elif [[ $before == = ]]; then
                    before=${COMP_WORDS[COMP_CWORD - 2]} joined=1
                fi
                if [[ $before == --exact && $joined ]]; then
                    _minato_names "{{CompletionWords.Releases}}" "$current"
                    return
                fi
                _minato_value "$before" "$current" && return
                if [[ $current != -* ]]; then
                    _minato_names "{{CompletionWords.Filter}}" "$current"
                    return
                fi
                _minato_names "{{Names(CompletionWords.Ss())}}" "$current"
            }

            _minato() {
                local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
                COMPREPLY=()
                if ((COMP_CWORD == 1)) && [[ $current != -* ]]; then
                    _minato_names "{{string.Join(' ', CompletionWords.FirstWords())}}" "$current"
                    return
                fi
                case ${COMP_WORDS[1]} in
                    ss | -*) _minato_ss "$current" "$before" ;;
                    netstat) [[ $current != -* ]] || _minato_names "{{Names(CompletionWords.Netstat())}}" "$current" ;;
                    link) _minato_names "ss netstat --exact --dir --undo --help" "$current" ;;
                    help) ((COMP_CWORD > 2)) || _minato_names "{{string.Join(' ', CompletionWords.FirstWords())}}" "$current" ;;
                esac
            }

            complete -F _minato minato

            """);
        return text.ToString();
    }

    private static string Patterns(ValueKind kind) => string.Join(" | ", CompletionWords.Ss()
        .Where(option => CompletionWords.KindOf(option) == kind)
        .SelectMany(option => option.Short == '\0' ? new[] { "--" + option.Long } : ["-" + option.Short, "--" + option.Long]));

    private static string Names(System.Collections.Generic.IEnumerable<OptionSpec> options) => string.Join(' ', options
        .SelectMany(option => option.Short == '\0' ? new[] { "--" + option.Long }
            : option.Long is null ? ["-" + option.Short] : ["-" + option.Short, "--" + option.Long]));
}
