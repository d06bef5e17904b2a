// One socket of every kind that ss has something to say about, and none that moves by itself: what the originals and
// Minato print of it is compared byte for byte. All of it stays on loopback and on two cables whose
// both ends are here; over the second one goes nothing but one frame.
#include "stage.h"
#include "exact-tcp.h"
#include "exact-local.h"

static unsigned lay_cables(void) {
    shell("set -e; ip link set lo up; mount -t tmpfs run /run; mkdir -p '/run/a-folder-with-a-long-name/and a blank';"
          "ip link add name exact0 address 02:00:00:00:00:01 type veth peer name exact1 address 02:00:00:00:00:02;"
          "ip link add name quiet0 address 02:00:00:00:00:03 type veth peer name quiet1 address 02:00:00:00:00:04;"
          "cd /proc/sys/net; for i in exact1 quiet0 quiet1; do echo 1 >ipv6/conf/$i/disable_ipv6; done;"
          "echo 1 >ipv6/conf/exact0/addr_gen_mode; ip addr add fe80::1/64 dev exact0 nodad;"
          "for i in exact0 exact1 quiet0 quiet1; do ip link set $i up; done;"
          // A retransmission only after 20 s keeps timers and counters still while one question is asked three times.
          "echo 20000000 >ipv4/tcp_rto_min_us");
    return if_nametoindex("exact0");
}

static void datagrams(unsigned veth) {
    int plain = bound(SOCK_DGRAM, "0.0.0.0", 68), resolver = bound(SOCK_DGRAM, "127.0.0.53", 53);
    int query = dial(bound(SOCK_DGRAM, "127.0.0.16", 5301), "127.0.0.53", 53);
    int dual = bound6(SOCK_DGRAM, 0, "::", 5353, 0, 0), six = bound6(SOCK_DGRAM, 0, "::1", 5354, 0, 1),
        six_query = call6(bound6(SOCK_DGRAM, 0, "::1", 5355, 0, 1), "::1", 5354, 0), linked = bound6(SOCK_DGRAM, 0, "fe80::1", 546, veth, 1);
    int on_device = bound(SOCK_DGRAM, "0.0.0.0", 67);
    must(setsockopt(on_device, SOL_SOCKET, SO_BINDTODEVICE, "exact0", 6), "SO_BINDTODEVICE");
    must(write(query, "what?", 5), "write");
    HAND_OVER("datagrams", plain, resolver, query, dual, six, six_query, linked, on_device);
}

static void raw_sockets(void) {
    int icmp = must(socket(AF_INET, SOCK_RAW, IPPROTO_ICMP), "SOCK_RAW"), any = must(socket(AF_INET, SOCK_RAW, IPPROTO_RAW), "SOCK_RAW"),
        peer = dial(must(socket(AF_INET, SOCK_RAW, 253), "SOCK_RAW"), "127.0.0.17", 0), icmp6 = must(socket(AF_INET6, SOCK_RAW, IPPROTO_ICMPV6), "SOCK_RAW");
    HAND_OVER("raw", icmp, any, peer, icmp6);
}

// One listener in four processes, twice in one of them: the order of its owners is part of what is compared.
static void shared_listener(void) {
    must(seteuid(27), "seteuid");
    int fd = listening(bound(SOCK_STREAM, "127.0.0.18", 8080)), copy = must(dup(fd), "dup");
    must(seteuid(0), "seteuid");
    for (int worker = 0; worker < 3; worker++) {
        pid_t pid = must(fork(), "fork");
        if (pid == 0) live_as("worker");
        until_it_lives(pid);
    }
    HAND_OVER("master", fd, copy);
}

// A namespace that has a name, for -N, and files for -F.
static void elsewhere(void) {
    shell("set -e; ip netns add elsewhere; ip -n elsewhere link set lo up; mkdir /run/filters;"
          "printf '# two lines\\nsport = :4000 or\\n  dport = :4000\\n' >/run/filters/two-lines; printf 'state bogus\\n' >/run/filters/wrong;"
          "printf 'state listening\\n' >/run/filters/state; : >/run/filters/empty");
    int here = must(open("/proc/self/ns/net", O_RDONLY), "here"), there = must(open("/run/netns/elsewhere", O_RDONLY), "there");
    must(setns(there, CLONE_NEWNET), "setns");
    int fd = listening(bound(SOCK_STREAM, "127.0.0.19", 9000));
    must(setns(here, CLONE_NEWNET), "setns");
    close(here);
    close(there);
    HAND_OVER("elsewhere", fd);
}

int main(void) {
    must(prctl(PR_SET_NAME, "scene"), "PR_SET_NAME");
    unsigned veth = lay_cables();
    shared_listener();
    named_ports();
    on_ipv6(veth);
    queued_bytes();
    options_of_tcp();
    multipath();
    datagrams(veth);
    raw_sockets();
    unix_sockets_with_names();
    unix_sockets_without();
    packet_sockets();
    netlink_sockets();
    elsewhere();
    every_state();
    return hold();
}
