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
    mapfile -t COMPREPLY < <(compgen -P "$head" -W "all inet tcp mptcp udp raw dccp sctp unix unix_stream unix_dgram unix_seqpacket packet packet_raw packet_dgram netlink vsock vsock_stream vsock_dgram tipc xdp" -- "$last")
    compopt -o nospace 2>/dev/null || true
}

_minato_value() {
    case $1 in
        -f | --family) _minato_names "inet inet6 link unix netlink vsock tipc xdp" "$2" ;;
        -A | --query | --socket) _minato_tables "$2" ;;
        -F | --filter | -D | --diag) mapfile -t COMPREPLY < <(compgen -f -- "$2") ;;
        -N | --net) _minato_names "$(ls /run/netns 2>/dev/null)" "$2" ;;
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
        _minato_names "6.1 6.15 7.3 auto newest" "$current"
        return
    fi
    _minato_value "$before" "$current" && return
    if [[ $current != -* ]]; then
        _minato_names "and or not state exclude src dst host sport dport port dev fwmark cgroup unit autobound scope pid proc user uid inode netns recvq sendq rtt minrtt retrans cwnd bytes_sent bytes_received lastsnd lastrcv" "$current"
        return
    fi
    _minato_names "-t --tcp -u --udp -w --raw -x --unix -M --mptcp -S --sctp -d --dccp -0 --packet --vsock --tipc --xdp -4 --ipv4 -6 --ipv6 -f --family -A --query --socket -a --all -l --listening -B --bound-inactive -F --filter -n --numeric -r --resolve -p --processes -T --threads -Z --context -z --contexts -e --extended -o --options -m --memory -i --info --tos --cgroup --inet-sockopt --tipcinfo -b --bpf --bpf-maps --bpf-map-id -H --no-header -Q --no-queues -O --oneline -s --summary -E --events -K --kill --dry-run -D --diag -N --net --exact --show-secrets --debug -h --help -V --version" "$current"
}

_minato() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    if ((COMP_CWORD == 1)) && [[ $current != -* ]]; then
        _minato_names "ss netstat link shell help version" "$current"
        return
    fi
    case ${COMP_WORDS[1]} in
        ss | -*) _minato_ss "$current" "$before" ;;
        netstat) [[ $current != -* ]] || _minato_names "-t --tcp -u --udp -U --udplite -S --sctp -w --raw -x --unix -2 --l2cap -f --rfcomm -4 --inet -6 --inet6 -A --protocol --ip --tcpip --unix --ax25 --netrom --rose --ipx --ddp --appletalk --x25 --bluetooth -a --all -l --listening -n --numeric --numeric-hosts --numeric-ports --numeric-users -N --symbolic -p --programs -e --extend -o --timers -W --wide -T --notrim -Z --context -v --verbose -c --continuous -r --route -i --interfaces -g --groups -s --statistics -M --masquerade -F --fib -C --cache -h --help -V --version --dialect --interval --repaint --from" "$current" ;;
        link) _minato_names "ss netstat --exact --dir --undo --help" "$current" ;;
        help) ((COMP_CWORD > 2)) || _minato_names "ss netstat link shell help version" "$current" ;;
    esac
}

complete -F _minato minato
