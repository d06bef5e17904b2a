// The machine of the lesson, 192.168.1.10, and behind a veth pair the world that it talks to.
#include "stage.h"
#include <linux/icmp.h>

#define ME "192.168.1.10"
enum { HOST = 8, WORLD = 9 };  // descriptors of the two network namespaces; shell scripts name the second one

static void go(int network) { must(setns(network, CLONE_NEWNET), "setns"); }

static void lay_cable(void) {
    must(dup2(open("/proc/self/ns/net", O_RDONLY), HOST), "host");
    must(unshare(CLONE_NEWNET), "unshare");
    must(dup2(open("/proc/self/ns/net", O_RDONLY), WORLD), "world");
    go(HOST);
    shell("set -e; ip link set lo up;"
          "ip link add name eth0 type veth peer name eth1 netns /proc/1/fd/9;"
          "ip addr add 192.168.1.10/24 dev eth0; ip link set eth0 up; ip route add default via 192.168.1.100");
    go(WORLD);
    shell("set -e; ip link set lo up; ip addr add 192.168.1.100/24 dev eth1; ip link set eth1 up;"
          "for last in 50 60 70; do ip addr add 203.0.113.$last/32 dev eth1; done");
    go(HOST);
}

// Someone out in the world connects to a port of this machine.
static int visitor(const char *ip, int from, int to) {
    struct sockaddr_in server = at(ME, to);
    go(WORLD);
    int fd = bound(SOCK_STREAM, ip, from);
    go(HOST);
    must(connect(fd, (struct sockaddr *)&server, sizeof server), "visit");
    return fd;
}

static int welcome(int server) { return must(accept(server, NULL, NULL), "accept"); }

static int dual_stack(int type, int port) {
    struct sockaddr_in6 any = { .sin6_family = AF_INET6, .sin6_port = htons(port) };
    int fd = must(socket(AF_INET6, type, 0), "socket");
    must(bind(fd, (struct sockaddr *)&any, sizeof any), "bind");
    if (type == SOCK_STREAM) must(listen(fd, BACKLOG), "listen");
    return fd;
}

static void sshd_and_its_visitors(void) {
    int everywhere = listener("0.0.0.0", 22), one_address = listener(ME, 22);
    visitor("192.168.1.100", 54321, 22);
    int idle = welcome(one_address);
    // Seven bytes that sshd has not read yet: the Recv-Q of an open connection.
    must(write(visitor("203.0.113.50", 54321, 22), "unread\n", 7), "write");
    HAND_OVER("sshd", everywhere, one_address, idle, welcome(one_address));
}

static void nginx_and_its_visitors(void) {
    int http = listener("0.0.0.0", 80), https = listener("0.0.0.0", 443), patience = 60;
    visitor("203.0.113.50", 45678, 443);
    int talking = welcome(https);

    int gone = visitor("203.0.113.50", 45680, 443), close_wait = welcome(https);
    close(gone);

    // Who closes first waits: here it is the server, as in the lesson.
    int last = visitor("203.0.113.60", 34567, 80);
    close(welcome(http));
    close(last);

    visitor("203.0.113.60", 34570, 80);
    int fin_wait2 = welcome(http);
    must(shutdown(fin_wait2, SHUT_WR), "shutdown");

    // The kernel takes the handshake for unfinished until the visitor sends something, and this one never does.
    must(setsockopt(https, IPPROTO_TCP, TCP_DEFER_ACCEPT, &patience, sizeof patience), "TCP_DEFER_ACCEPT");
    visitor("203.0.113.70", 40001, 443);
    HAND_OVER("nginx", http, https, talking, close_wait, fin_wait2);
}

static void java_with_a_visitor_in_its_queue(void) {
    int fd = listener("0.0.0.0", 8080);
    visitor("203.0.113.50", 48080, 8080);
    HAND_OVER("java", fd);
}

static void node_under_the_lessons_number(void) {
    int last_pid = must(open("/proc/sys/kernel/ns_last_pid", O_WRONLY), "ns_last_pid");
    int fd = dual_stack(SOCK_STREAM, 3000);
    must(write(last_pid, "12344", 5), "ns_last_pid");
    close(last_pid);
    HAND_OVER("node", fd);
}

static void curl_without_an_answer(void) {
    // Nobody has this address, and the world forwards nothing: the SYN is lost without a word.
    struct sockaddr_in nobody = at("203.0.113.99", 443);
    int fd = bound(SOCK_STREAM, ME, 48000);
    must(fcntl(fd, F_SETFL, O_NONBLOCK), "O_NONBLOCK");
    if (connect(fd, (struct sockaddr *)&nobody, sizeof nobody) == 0 || errno != EINPROGRESS) must(-1, "connect");
    HAND_OVER("curl", fd);
}

static void cupsd_on_ipv6(void) {
    struct sockaddr_in6 local = { .sin6_family = AF_INET6, .sin6_addr = IN6ADDR_LOOPBACK_INIT, .sin6_port = htons(631) };
    int fd = must(socket(AF_INET6, SOCK_STREAM, 0), "socket"), lp = must(socket(AF_INET6, SOCK_STREAM, 0), "socket");
    must(bind(fd, (struct sockaddr *)&local, sizeof local), "bind");
    must(listen(fd, BACKLOG), "listen");
    struct sockaddr_in6 printer = local;
    printer.sin6_port = htons(50631);
    must(bind(lp, (struct sockaddr *)&printer, sizeof printer), "bind");
    must(connect(lp, (struct sockaddr *)&local, sizeof local), "connect");
    int job = welcome(fd);
    HAND_OVER("lp", lp);
    HAND_OVER("cupsd", fd, job, bound_unix(SOCK_DGRAM, "@cups"));
}

static void datagrams(void) {
    struct sockaddr_in resolver = at("203.0.113.50", 53);
    int query = bound(SOCK_DGRAM, ME, 40053);
    must(connect(query, (struct sockaddr *)&resolver, sizeof resolver), "connect");
    HAND_OVER("dnsmasq", bound(SOCK_DGRAM, "127.0.0.1", 53), query);
    HAND_OVER("avahi-daemon", bound(SOCK_DGRAM, "0.0.0.0", 68), dual_stack(SOCK_DGRAM, 5353));
    // What nobody answers is reported by ICMP after some seconds: this socket wants none of it (raw(7), ICMP_FILTER).
    int ping = must(socket(AF_INET, SOCK_RAW, IPPROTO_ICMP), "SOCK_RAW");
    unsigned none = ~0U;
    must(setsockopt(ping, SOL_RAW, ICMP_FILTER, &none, sizeof none), "ICMP_FILTER");
    HAND_OVER("ping", ping);
}

static void mysqld_on_loopback(void) {
    int pair[2], local = bound_unix(SOCK_STREAM, "/run/mysqld.sock");
    must(listen(local, BACKLOG), "listen");
    must(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), "socketpair");
    // A socket belongs to the user who made it.
    must(seteuid(27), "seteuid");
    int tcp = listener("127.0.0.1", 3306);
    must(seteuid(0), "seteuid");
    HAND_OVER("mysqld", tcp, local, pair[0], pair[1]);
}

// The kernel finishes closing on its own time: waits until /proc/net/tcp has a row in that state (hexadecimal).
static void await(const char *state) {
    char table[16384], cell[32];
    snprintf(cell, sizeof cell, " %s 0000", state);
    for (int milliseconds = 0; milliseconds < 2000; milliseconds++) {
        int fd = must(open("/proc/net/tcp", O_RDONLY), "/proc/net/tcp");
        table[must(read(fd, table, sizeof table - 1), "read")] = '\0';
        close(fd);
        if (strstr(table, cell)) return;
        usleep(1000);
    }
    errno = ETIMEDOUT;
    must(-1, state);
}

int main(void) {
    must(prctl(PR_SET_NAME, "world"), "PR_SET_NAME");
    shell("mount -t tmpfs run /run");
    lay_cable();
    sshd_and_its_visitors();
    nginx_and_its_visitors();
    java_with_a_visitor_in_its_queue();
    mysqld_on_loopback();
    cupsd_on_ipv6();
    datagrams();
    curl_without_an_answer();
    node_under_the_lessons_number();
    await("02");  // SYN_SENT
    await("03");  // SYN_RECV
    await("05");  // FIN_WAIT2
    await("06");  // TIME_WAIT
    await("08");  // CLOSE_WAIT
    return hold();
}
