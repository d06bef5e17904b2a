namespace Minato.Cli.Verbs;

/// <summary>
/// The <c>sudo</c> of <c>minato shell</c>. It finds its directory by <c>$0</c> and the real sudo behind that directory
/// on PATH, so its text is the same everywhere and nothing in it needs quoting.
/// </summary>
internal static class SudoScript
{
    public const string Text = """
        #!/bin/sh
        # Made by `minato shell` and removed with it. sudo gives its command a PATH of its own, without this directory:
        # `sudo ss` would start the system's ss. So ss, netstat and minato become full paths here; the rest is as typed.
        here=${0%/*}

        # Flags of sudo that take no value may come first. Behind others (-u NAME) everything stays as it is.
        flags=
        while case ${1-} in -[AEHknPS]) ;; *) false ;; esac; do
            flags="$flags $1"
            shift
        done
        case ${1-} in
            ss | netstat | minato)
                full=$here/$1
                shift
                set -- "$full" "$@"
                ;;
        esac

        # The real sudo is behind this directory on PATH; behind its last mention, or two such shells, one inside the
        # other, would call each other for ever.
        path=:$PATH:
        path=${path##*":$here:"}
        real=
        set -f
        IFS=:
        for place in $path; do
            [ -f "$place/sudo" ] && [ -x "$place/sudo" ] && real=$place/sudo && break
        done
        unset IFS

        [ -n "$real" ] && exec "$real" $flags "$@"
        case ${1-} in
            '' | -*) ;;
            *) [ "$(id -u)" = 0 ] && exec "$@" ;;
        esac
        echo "minato shell: there is no sudo on PATH. Install it, or become root first: su -c 'minato shell'" >&2
        exit 127

        """;
}
