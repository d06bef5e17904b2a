// One socket of every kind that the Linux netstat has a row for, and something for each of its other tables. Names come
// from a hosts file of the scene's own; no name server answers.
#include "stage.h"
#include "exact-tcp.h"
#include <net/if.h>
#include <linux/icmp.h>
#include <netinet/icmp6.h>
#include <netinet/in.h>

#define LONG6 "2001:db8:1111:2222:3333:4444:5555:6666"
#define LONGER6 "2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff"

static unsigned lay_cables(void) {
    shell("set -e; ip link set lo up; mount -t tmpfs run /run; mkdir '/run/a folder'; : >/run/resolv; mount --bind /run/resolv /etc/resolv.conf;"
          "printf '127.0.0.1 localhost\\n127.0.0.11 states\\n127.0.0.12 a-host-with-a-long-name.example.net\\n::1 ip6-localhost\\n"
          LONG6 " six-and-a-long-name.example.org\\n10.9.0.2 gateway\\n10.9.0.1 me\\n' >/run/hosts; mount --bind /run/hosts /etc/hosts;"
          "ip link add name exact0 address 02:00:00:00:00:01 type veth peer name exact1 address 02:00:00:00:00:02;"
          "ip link add name a-long-name0 address 02:00:00:00:00:05 mtu 1280 type veth peer name down0;"
          "echo 1 >/proc/sys/net/ipv6/conf/exact1/disable_ipv6; echo 1 >/proc/sys/net/ipv6/conf/exact0/addr_gen_mode;"
          "echo 1 >/proc/sys/net/ipv6/conf/a-long-name0/disable_ipv6;"
          "ip addr add fe80::1/64 dev exact0 nodad; ip addr add " LONG6 "/64 dev lo nodad; ip addr add " LONGER6 "/128 dev lo nodad;"
          "ip addr add 10.9.0.1/24 dev exact0; ip link set exact0 up; ip link set exact1 up;"
          "ip route add default via 10.9.0.2 metric 7; ip route add 10.10.0.0/16 via 10.9.0.2 mtu 1400 window 4096; ip route add 10.11.1.2 dev exact0;"
          "ip route add unreachable 10.12.0.0/15; ip -6 route add 2001:db8:9::/48 via fe80::9 dev exact0 metric 77; ip -6 route add unreachable 2001:db8:8::/48;"
          // A retransmission only after 20 s keeps timers and counters still while one question is asked three times.
          "echo 20000000 >/proc/sys/net/ipv4/tcp_rto_min_us");
    return if_nametoindex("exact0");
}

static void datagrams(void) {
    int lite = must(socket(AF_INET, SOCK_DGRAM, IPPROTO_UDPLITE), "UDP-Lite"), lite_query = must(socket(AF_INET, SOCK_DGRAM, IPPROTO_UDPLITE), "UDP-Lite");
    struct sockaddr_in domain = at("127.0.0.1", 53);
    must(bind(lite, (struct sockaddr *)&domain, sizeof domain), "bind");
    must(connect(lite_query, (struct sockaddr *)&domain, sizeof domain), "connect");
    must(seteuid(27), "seteuid");
    int everywhere = bound(SOCK_DGRAM, "0.0.0.0", 6800);
    must(seteuid(0), "seteuid");
    int resolver = bound(SOCK_DGRAM, "127.0.0.12", 53);
    int group = bound(SOCK_DGRAM, "0.0.0.0", 5353);
    struct ip_mreq member = { .imr_multiaddr.s_addr = inet_addr("224.0.0.251"), .imr_interface.s_addr = inet_addr("10.9.0.1") };
    must(setsockopt(group, IPPROTO_IP, IP_ADD_MEMBERSHIP, &member, sizeof member), "IP_ADD_MEMBERSHIP");
    HAND_OVER("datagrams", lite, lite_query, bound6(SOCK_DGRAM, IPPROTO_UDPLITE, "::", 5300, 0, 1), resolver, everywhere, group,
              dial(bound(SOCK_DGRAM, "127.0.0.12", 40053), "127.0.0.12", 53), bound6(SOCK_DGRAM, 0, "::", 5353, 0, 1),
              call6(bound6(SOCK_DGRAM, 0, LONG6, 65535, 0, 1), LONGER6, 65000, 0));
}

static void raw_sockets(void) {
    int icmp = must(socket(AF_INET, SOCK_RAW, IPPROTO_ICMP), "SOCK_RAW"), peer = dial(must(socket(AF_INET, SOCK_RAW, 253), "SOCK_RAW"), "127.0.0.17", 0);
    int icmp6 = must(socket(AF_INET6, SOCK_RAW, IPPROTO_ICMPV6), "SOCK_RAW"), ospf6 = must(socket(AF_INET6, SOCK_RAW, 89), "SOCK_RAW");
    // What nobody answers comes back to them: they want none of it.
    struct icmp_filter none = { ~0U };
    struct icmp6_filter none6;
    ICMP6_FILTER_SETBLOCKALL(&none6);
    must(setsockopt(icmp, SOL_RAW, ICMP_FILTER, &none, sizeof none), "ICMP_FILTER");
    must(setsockopt(icmp6, IPPROTO_ICMPV6, ICMP6_FILTER, &none6, sizeof none6), "ICMP6_FILTER");
    HAND_OVER("a program with blanks", icmp, peer, icmp6, call6(ospf6, LONG6, 0, 0));
}

static void long_addresses(void) {
    int server = listening(bound6(SOCK_STREAM, 0, LONG6, 50000, 0, 1)), http = listening(bound6(SOCK_STREAM, 0, LONGER6, 8080, 0, 1));
    int client = call6(bound6(SOCK_STREAM, 0, LONGER6, 60000, 0, 1), LONG6, 50000, 0);
    HAND_OVER("a-program-with-a-name-that-is-too-long", server, http, client, welcome(server));
}

// A reader that never reads: its window closes, and the writer asks now and then whether it has opened.
static void full_window(void) {
    const char *ip = "127.0.0.19";
    char bytes[65536] = { 0 };
    int server = bound(SOCK_STREAM, ip, 4000);
    set(server, SOL_SOCKET, SO_RCVBUF, 4096);
    struct ends both = connection(listening(server), ip, 4001, 4000);
    set(both.client, SOL_SOCKET, SO_SNDBUF, 65536);
    must(fcntl(both.client, F_SETFL, O_NONBLOCK), "O_NONBLOCK");
    for (int quiet = 0; quiet < 20; quiet++) {
        while (write(both.client, bytes, sizeof bytes) > 0) quiet = 0;
        usleep(10000);
    }
    HAND_OVER("full", server, both.client, both.server);
}

static int unix_end(int type, const char *name) {
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    memcpy(address.sun_path, name, strlen(name));
    if (name[0] == '@') address.sun_path[0] = '\0';
    int fd = must(socket(AF_UNIX, type, 0), "socket");
    must(connect(fd, (struct sockaddr *)&address, offsetof(struct sockaddr_un, sun_path) + strlen(name)), name);
    return fd;
}

static void unix_sockets(void) {
    int stream = listening(bound_unix(SOCK_STREAM, "/run/stream.sock")), packets = listening(bound_unix(SOCK_SEQPACKET, "@packets")), log = bound_unix(SOCK_DGRAM, "/run/log");
    int waiting = unix_end(SOCK_STREAM, "/run/stream.sock"), pair[2], letters[2];
    must(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), "socketpair");
    must(socketpair(AF_UNIX, SOCK_DGRAM, 0, letters), "socketpair");
    HAND_OVER("unix", stream, packets, log, waiting, unix_end(SOCK_STREAM, "/run/stream.sock"), unix_end(SOCK_DGRAM, "/run/log"), unix_end(SOCK_SEQPACKET, "@packets"),
              pair[0], pair[1], letters[0], letters[1], bound_unix(SOCK_DGRAM, "@name@with@ats"), listening(bound_unix(SOCK_STREAM, "/run/a folder/a.sock")),
              bound_unix(SOCK_DGRAM, "@ leading blank"), must(socket(AF_UNIX, SOCK_STREAM, 0), "socket"));
}

int main(void) {
    must(prctl(PR_SET_NAME, "scene"), "PR_SET_NAME");
    unsigned veth = lay_cables();
    named_ports();
    on_ipv6(veth);
    queued_bytes();
    options_of_tcp();
    multipath();
    datagrams();
    raw_sockets();
    long_addresses();
    full_window();
    unix_sockets();
    every_state();
    return hold();
}
