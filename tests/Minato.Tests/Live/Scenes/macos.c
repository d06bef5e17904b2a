// What macOS' netstat counts and names: queues of listeners, bytes of a transfer, raw protocols, groups, routes, addresses of one link.
#include "stage.h"
#include <net/if.h>

enum { QUEUE = 2, KNOCKS = 2, ASKED = 100000, ANSWERED = 500 };

static int connected(int port) {
    struct sockaddr_in server = at("127.0.0.1", port);
    int fd = must(socket(AF_INET, SOCK_STREAM, 0), "socket");
    must(connect(fd, (struct sockaddr *)&server, sizeof server), "connect");
    return fd;
}

// One more connection than its backlog says waits in a listener's queue (Linux, sk_acceptq_is_full).
static void a_full_queue(void) {
    int server = bound(SOCK_STREAM, "127.0.0.1", 7000), visitors[QUEUE + 1];
    must(listen(server, QUEUE), "listen");
    for (int i = 0; i <= QUEUE; i++) visitors[i] = connected(7000);
    HAND_OVER("busy", server);
    HAND_OVER("visitors", visitors[0], visitors[1], visitors[2]);
}

// The kernel takes the handshake for unfinished until the visitor sends something, and these never do.
static void knocks(void) {
    int server = listener("127.0.0.1", 7001), patience = 600, visitors[KNOCKS];
    must(setsockopt(server, IPPROTO_TCP, TCP_DEFER_ACCEPT, &patience, sizeof patience), "TCP_DEFER_ACCEPT");
    for (int i = 0; i < KNOCKS; i++) visitors[i] = connected(7001);
    HAND_OVER("deaf", server);
    HAND_OVER("knocking", visitors[0], visitors[1]);
}

static void pass(int from, int to, int count) {
    static char bytes[ASKED];
    for (int sent = 0, got = 0; got < count; ) {
        if (sent < count) sent += must(send(from, bytes, count - sent, MSG_DONTWAIT), "send");
        got += must(recv(to, bytes, sizeof bytes, 0), "recv");
    }
}

static void a_transfer(void) {
    int server = listener("127.0.0.1", 7002), client = connected(7002), served = must(accept(server, NULL, NULL), "accept");
    pass(client, served, ASKED);
    pass(served, client, ANSWERED);
    must(shutdown(client, SHUT_WR), "shutdown");
    HAND_OVER("client", client);
    HAND_OVER("the-server", server, served);
}

static int on_link(int type, int port) {
    struct sockaddr_in6 address = { .sin6_family = AF_INET6, .sin6_port = htons(port), .sin6_scope_id = if_nametoindex("eth0") };
    must(inet_pton(AF_INET6, "fe80::10", &address.sin6_addr) - 1, "fe80::10");
    int fd = must(socket(AF_INET6, type, 0), "socket");
    must(bind(fd, (struct sockaddr *)&address, sizeof address), "bind");
    return fd;
}

static int member(const char *group) {
    int fd = bound(SOCK_DGRAM, "0.0.0.0", 5353);
    struct ip_mreqn request = { .imr_ifindex = if_nametoindex("eth0") };
    must(inet_pton(AF_INET, group, &request.imr_multiaddr) - 1, group);
    must(setsockopt(fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &request, sizeof request), "IP_ADD_MEMBERSHIP");
    return fd;
}

int main(void) {
    must(prctl(PR_SET_NAME, "world"), "PR_SET_NAME");
    shell("set -e; mount -t tmpfs run /run; ip link set lo up;"
          "ip link add name eth0 type veth peer name eth1; ip link set eth1 addrgenmode none up; ip link set eth0 address 02:00:00:00:00:10 addrgenmode none up;"
          "ip link add name gone0 type veth peer name gone1;"
          "ip addr add 192.168.1.10/24 dev eth0; ip addr add fe80::10/64 dev eth0 nodad; ip addr add 2001:db8::10/64 dev eth0 nodad;"
          "ip route add default via 192.168.1.1; ip route add 172.16.0.0/12 via 192.168.1.9; ip route add 10.1.1.7/32 via 192.168.1.9;"
          "ip route add unreachable 198.51.100.0/24; ip -6 route add default via fe80::1 dev eth0");
    a_full_queue();
    knocks();
    a_transfer();
    HAND_OVER("datagrams", on_link(SOCK_DGRAM, 1900), member("239.1.2.3"));
    HAND_OVER("raw", must(socket(AF_INET6, SOCK_RAW, IPPROTO_ICMPV6), "icmp6"), must(socket(AF_INET, SOCK_RAW, IPPROTO_IGMP), "igmp"),
              must(socket(AF_INET, SOCK_RAW, 89), "ospf"));
    return hold();
}
