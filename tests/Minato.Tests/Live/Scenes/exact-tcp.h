// Every state of TCP, each of which stays: a socket that drops what arrives keeps its peer waiting.
#include <linux/filter.h>

enum { ROOMY = 4 };  // a backlog that nothing here fills

// Nothing that arrives gets past this filter, and an accepted socket has its listener's.
static void go_deaf(int fd) {
    struct sock_filter nothing = BPF_STMT(BPF_RET | BPF_K, 0);
    struct sock_fprog program = { 1, &nothing };
    must(setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program), "SO_ATTACH_FILTER");
}

static void set(int fd, int level, int option, int value) {
    char what[40];
    snprintf(what, sizeof what, "option %d of level %d", option, level);
    must(setsockopt(fd, level, option, &value, sizeof value), what);
}

static void use(int fd, const char *congestion_control) {
    must(setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, congestion_control, strlen(congestion_control)), congestion_control);
}

static struct sockaddr_in6 at6(const char *ip, int port, unsigned scope) {
    struct sockaddr_in6 address = { .sin6_family = AF_INET6, .sin6_port = htons(port), .sin6_scope_id = scope };
    must(inet_pton(AF_INET6, ip, &address.sin6_addr) - 1, ip);
    return address;
}

static int bound6(int type, int protocol, const char *ip, int port, unsigned scope, int v6only) {
    struct sockaddr_in6 address = at6(ip, port, scope);
    int fd = must(socket(AF_INET6, type, protocol), "socket");
    set(fd, IPPROTO_IPV6, IPV6_V6ONLY, v6only);
    if (type == SOCK_STREAM) set(fd, SOL_SOCKET, SO_REUSEPORT, 1);
    must(bind(fd, (struct sockaddr *)&address, sizeof address), ip);
    return fd;
}

static int listening(int fd) {
    must(listen(fd, ROOMY), "listen");
    return fd;
}

static int dial(int fd, const char *ip, int port) {
    struct sockaddr_in server = at(ip, port);
    must(connect(fd, (struct sockaddr *)&server, sizeof server), "connect");
    return fd;
}

static int call6(int fd, const char *ip, int port, unsigned scope) {
    struct sockaddr_in6 server = at6(ip, port, scope);
    must(connect(fd, (struct sockaddr *)&server, sizeof server), "connect");
    return fd;
}

static int welcome(int server) { return must(accept(server, NULL, NULL), "accept"); }

// A client at ip:port that connects to the server and does not wait for the answer.
static int begin(const char *ip, int port, int to, int deaf) {
    int fd = bound(SOCK_STREAM, ip, port);
    if (deaf) go_deaf(fd);
    must(fcntl(fd, F_SETFL, O_NONBLOCK), "O_NONBLOCK");
    struct sockaddr_in server = at(ip, to);
    if (connect(fd, (struct sockaddr *)&server, sizeof server) == 0 || errno != EINPROGRESS) must(-1, "begin");
    return fd;
}

struct ends { int client, server; };

static struct ends connection(int listening, const char *ip, int from, int to) {
    struct ends both = { .client = dial(bound(SOCK_STREAM, ip, from), ip, to) };
    both.server = welcome(listening);
    return both;
}

// The kernel finishes on its own time: waits until /proc/net/tcp has a row between those ports in that state (hexadecimal).
static void await(int local, int remote, unsigned state) {
    char row[256];
    unsigned from, to, now;
    for (int attempt = 0; attempt < 100; attempt++) {
        FILE *rows = fopen("/proc/net/tcp", "r");
        while (rows && fgets(row, sizeof row, rows))
            if (sscanf(row, " %*[^:]: %*8[0-9A-F]:%x %*8[0-9A-F]:%x %x", &from, &to, &now) == 3 && from == (unsigned)local && to == (unsigned)remote && now == state) {
                fclose(rows);
                return;
            }
        if (rows) fclose(rows);
        usleep(20000);
    }
    fprintf(stderr, "ports %d and %d did not come to state %u\n", local, remote, state);
    exit(1);
}

static void every_state(void) {
    const char *ip = "127.0.0.11";
    int port = 4000, server = listening(bound(SOCK_STREAM, ip, port));
    struct ends fin_wait1 = connection(server, ip, 4001, port), fin_wait2 = connection(server, ip, 4002, port),
                close_wait = connection(server, ip, 4003, port), last_ack = connection(server, ip, 4004, port),
                closing = connection(server, ip, 4005, port), time_wait = connection(server, ip, 4006, port);

    go_deaf(fin_wait1.server);
    must(shutdown(fin_wait1.client, SHUT_WR), "FIN_WAIT1");

    must(shutdown(fin_wait2.client, SHUT_WR), "FIN_WAIT2");
    must(shutdown(close_wait.server, SHUT_WR), "CLOSE_WAIT");

    must(shutdown(last_ack.server, SHUT_WR), "shutdown");
    await(4004, port, 8);
    await(port, 4004, 5);
    go_deaf(last_ack.server);
    must(shutdown(last_ack.client, SHUT_WR), "LAST_ACK");

    // Both end their side; only one of them hears of it.
    go_deaf(closing.server);
    must(shutdown(closing.client, SHUT_WR), "shutdown");
    must(shutdown(closing.server, SHUT_WR), "CLOSING");

    close(time_wait.server);
    close(time_wait.client);

    int deaf = bound(SOCK_STREAM, ip, 4100);
    go_deaf(deaf);
    listening(deaf);
    int syn_sent = begin(ip, 4007, 4100, 0);
    int syn_recv = begin(ip, 4008, port, 1);

    int closed = bound(SOCK_STREAM, ip, 4009);
    await(4001, port, 4);
    await(4002, port, 5);
    await(4003, port, 8);
    await(port, 4003, 5);
    await(4004, port, 9);
    await(4005, port, 11);
    await(port, 4006, 6);
    await(4007, 4100, 2);
    await(port, 4008, 3);
    HAND_OVER("states", server, deaf, closed, syn_sent, syn_recv, fin_wait1.client, fin_wait2.client, close_wait.client,
              last_ack.client, closing.client);
}

// What is written and not read waits at the reader, and what the reader's deaf ear never got waits at the writer.
static void queued_bytes(void) {
    const char *ip = "127.0.0.12";
    int server = listening(bound(SOCK_STREAM, ip, 4000));
    struct ends unread = connection(server, ip, 4001, 4000), unsent = connection(server, ip, 4002, 4000);
    char bytes[5000] = { 0 };
    must(write(unread.client, bytes, 1234), "write");
    go_deaf(unsent.server);
    must(write(unsent.client, bytes, sizeof bytes), "write");
    dial(bound(SOCK_STREAM, ip, 4003), ip, 4000);  // and nobody accepts it
    HAND_OVER("queues", server, unread.client, unread.server, unsent.client, unsent.server);
}

static void md5_key(int fd, const char *ip, const char *key) {
    struct tcp_md5sig signature = { .tcpm_keylen = strlen(key) };
    struct sockaddr_in peer = at(ip, 0);
    memcpy(&signature.tcpm_addr, &peer, sizeof peer);
    memcpy(signature.tcpm_key, key, strlen(key));
    must(setsockopt(fd, IPPROTO_TCP, TCP_MD5SIG, &signature, sizeof signature), "TCP_MD5SIG");
}

static void options_of_tcp(void) {
    const char *ip = "127.0.0.13";
    int server = listening(bound(SOCK_STREAM, ip, 4000)), signed_listener = listening(bound(SOCK_STREAM, ip, 179));
    md5_key(signed_listener, "192.0.2.7", "not/a secret");

    int fds[6], count = 0;
    static const char *const controls[] = { "cubic", "bbr", "reno" };
    for (int i = 0; i < 3; i++) {
        int client = bound(SOCK_STREAM, ip, 4001 + i);
        use(client, controls[i]);
        dial(client, ip, 4000);
        int accepted = welcome(server);
        must(write(client, "sixteen bytes ..", 16), "write");
        char answer[16];
        must(read(accepted, answer, sizeof answer), "read");
        must(write(accepted, answer, 5), "write");
        must(read(client, answer, 5), "read");
        fds[count++] = client;
        fds[count++] = accepted;
    }
    set(fds[0], SOL_SOCKET, SO_KEEPALIVE, 1);
    set(fds[2], SOL_SOCKET, SO_KEEPALIVE, 1);
    set(fds[2], IPPROTO_TCP, TCP_KEEPIDLE, 30000);
    set(fds[4], SOL_SOCKET, SO_MARK, 0x2a);
    set(fds[4], IPPROTO_IP, IP_TOS, 0x10);
    set(fds[4], SOL_SOCKET, SO_PRIORITY, 6);
    set(fds[4], IPPROTO_IP, IP_RECVERR, 1);
    set(fds[0], IPPROTO_IP, IP_FREEBIND, 1);
    HAND_OVER("a(b)c", server, signed_listener, fds[0], fds[1], fds[2], fds[3], fds[4], fds[5]);
}

// Ports that have names, and one that has none.
static void named_ports(void) {
    HAND_OVER("named", listening(bound(SOCK_STREAM, "0.0.0.0", 22)), listening(bound(SOCK_STREAM, "127.0.0.1", 5432)),
              listening(bound6(SOCK_STREAM, 0, "::", 80, 0, 0)), listening(bound6(SOCK_STREAM, 0, "::", 443, 0, 1)),
              listening(bound(SOCK_STREAM, "0.0.0.0", 54321)));
}

static void on_ipv6(unsigned veth) {
    int dual = listening(bound6(SOCK_STREAM, 0, "::", 6000, 0, 0)), six = listening(bound6(SOCK_STREAM, 0, "::1", 6001, 0, 1));
    int local = listening(bound6(SOCK_STREAM, 0, "fe80::1", 6002, veth, 1));
    int mapped = dial(bound(SOCK_STREAM, "127.0.0.14", 6101), "127.0.0.14", 6000), mapped_accepted = welcome(dual);
    int client = call6(bound6(SOCK_STREAM, 0, "::1", 6102, 0, 1), "::1", 6001, 0), accepted = welcome(six);
    int linked = call6(bound6(SOCK_STREAM, 0, "fe80::1", 6103, veth, 1), "fe80::1", 6002, veth), linked_accepted = welcome(local);
    set(client, IPPROTO_IPV6, IPV6_TCLASS, 0x20);
    int on_device = bound(SOCK_STREAM, "0.0.0.0", 6003);
    must(setsockopt(on_device, SOL_SOCKET, SO_BINDTODEVICE, "exact0", 6), "SO_BINDTODEVICE");
    listening(on_device);
    HAND_OVER("six\"quotes\"", dual, six, local, mapped, mapped_accepted, client, accepted, linked, linked_accepted, on_device);
}

static void multipath(void) {
    enum { MPTCP = 262 };
    struct sockaddr_in here = at("127.0.0.15", 7000), there = at("127.0.0.15", 7001);
    int server = must(socket(AF_INET, SOCK_STREAM, MPTCP), "mptcp"), client = must(socket(AF_INET, SOCK_STREAM, MPTCP), "mptcp");
    must(bind(server, (struct sockaddr *)&here, sizeof here), "bind");
    must(bind(client, (struct sockaddr *)&there, sizeof there), "bind");
    listening(server);
    must(connect(client, (struct sockaddr *)&here, sizeof here), "connect");
    int accepted = welcome(server);
    must(write(client, "two ways", 8), "write");
    HAND_OVER("mptcpd", server, client, accepted, listening(bound6(SOCK_STREAM, MPTCP, "::", 7002, 0, 0)));
}
