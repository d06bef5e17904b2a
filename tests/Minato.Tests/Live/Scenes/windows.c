// What the Windows dialect has words of its own for: a port that is bound and nothing more, addresses of one link, and routes
// of every kind.
#include "stage.h"
#include <net/if.h>

static struct sockaddr_in6 on_link(int port) {
    struct sockaddr_in6 address = { .sin6_family = AF_INET6, .sin6_port = htons(port), .sin6_scope_id = if_nametoindex("eth0") };
    must(inet_pton(AF_INET6, "fe80::10", &address.sin6_addr) - 1, "fe80::10");
    return address;
}

static int bound6(int type, int port) {
    struct sockaddr_in6 address = on_link(port);
    int fd = must(socket(AF_INET6, type, 0), "socket");
    must(bind(fd, (struct sockaddr *)&address, sizeof address), "bind");
    return fd;
}

int main(void) {
    must(prctl(PR_SET_NAME, "world"), "PR_SET_NAME");
    shell("set -e; mount -t tmpfs run /run; ip link set lo up;"
          "ip link add name eth0 type veth peer name eth1; ip link set eth1 addrgenmode none up; ip link set eth0 address 02:00:00:00:00:10 addrgenmode none up;"
          "ip addr add 192.168.1.10/24 dev eth0; ip addr add 10.0.0.5/8 dev eth0;"
          "ip addr add fe80::10/64 dev eth0 nodad; ip addr add 2001:db8::10/64 dev eth0 nodad;"
          "ip route add default via 192.168.1.1 metric 35; ip route add 172.16.0.0/12 via 10.9.9.9 metric 100;"
          "ip route add unreachable 198.51.100.0/24; ip -6 route add default via fe80::1 dev eth0 metric 1024;"
          "ip -6 route add 2001:db8:1111:2222:3333:4444:5555:6666/128 dev eth0 metric 256");
    HAND_OVER("idle", bound(SOCK_STREAM, "127.0.0.1", 7777));

    int server = bound6(SOCK_STREAM, 5000), client = bound6(SOCK_STREAM, 49152);
    struct sockaddr_in6 address = on_link(5000);
    must(listen(server, BACKLOG), "listen");
    must(connect(client, (struct sockaddr *)&address, sizeof address), "connect");
    int served = must(accept(server, NULL, NULL), "accept");
    HAND_OVER("client", client);
    HAND_OVER("server", server, served, bound6(SOCK_DGRAM, 1900));
    return hold();
}
