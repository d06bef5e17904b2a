/*
 * storm: makes many real sockets in many small processes, says "ready" with exact counts, and holds them until its
 * standard input closes. Each process owns its listeners (port 1100 + its index, IPv4 and IPv6) and both ends of its
 * share of the connections, so nothing waits for another process.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const char usage[] =
    "storm [--kind tcp|timewait|unix] [--connections N] [--processes P] [--v6-percent X] [--udp 0|1]\n"
    "      [--new-netns 0|1] [--deadline SECONDS]\n"
    "  --kind       tcp: connections stay established; timewait: they are closed; unix: stream sockets\n"
    "  --udp 1      each process also binds a UDP socket\n"
    "  --new-netns  1: in a network namespace of its own, where ports and TIME_WAIT are unbounded; 0: in this one\n"
    "Holds what it made until its standard input closes.\n";

enum { first_port = 1100, most_processes = 9000 /* ports end below 10240, where the clients begin */ };

enum kind { tcp, timewait, unix_stream };

struct plan {
    enum kind kind;
    long connections, processes, v6_percent, udp, new_netns, deadline;
};

/* What one process tells the parent; smaller than PIPE_BUF, so writes of many processes do not mix. */
struct report {
    long index, wanted, made, v6, listeners;
    int error;
    char step[24];
};

static void die(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("storm: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(1);
}

/* ---- one process: its listeners and its connections ---- */

static struct report mine;
static int report_pipe;

static void give_up(const char *step)
{
    mine.error = errno;
    snprintf(mine.step, sizeof mine.step, "%s", step);
    (void)!write(report_pipe, &mine, sizeof mine);
    _exit(1);
}

struct address {
    union {
        struct sockaddr any;
        struct sockaddr_in v4;
        struct sockaddr_in6 v6;
        struct sockaddr_un un;
    } at;
    socklen_t length;
};

static struct address server_address(int family, int wildcard)
{
    struct address a = { 0 };
    in_port_t port = htons(first_port + mine.index);
    a.at.any.sa_family = family;
    if (family == AF_INET) {
        a.at.v4.sin_port = port;
        a.at.v4.sin_addr.s_addr = htonl(wildcard ? INADDR_ANY : INADDR_LOOPBACK);
        a.length = sizeof a.at.v4;
    } else if (family == AF_INET6) {
        a.at.v6.sin6_port = port;
        a.at.v6.sin6_addr = wildcard ? in6addr_any : in6addr_loopback;
        a.length = sizeof a.at.v6;
    } else { /* an abstract name: it leaves no file behind */
        int name = snprintf(a.at.un.sun_path + 1, sizeof a.at.un.sun_path - 1, "minato-storm-%d-%ld", getppid(), mine.index);
        a.length = offsetof(struct sockaddr_un, sun_path) + 1 + name;
    }
    return a;
}

static int bound(int family, int type)
{
    int on = 1, fd = socket(family, type | SOCK_CLOEXEC, 0);
    if (fd < 0)
        give_up("socket");
    if (family == AF_INET6)
        setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
    struct address a = server_address(family, 1);
    if (bind(fd, &a.at.any, a.length) != 0)
        give_up("bind");
    return fd;
}

/* Closing with a reset leaves no TIME_WAIT behind in a namespace that outlives us; accepted sockets inherit it. */
static void reset_on_close(int fd)
{
    struct linger at_once = { .l_onoff = 1, .l_linger = 0 };
    setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

static int listening(int family, enum kind kind)
{
    int fd = bound(family, SOCK_STREAM);
    if (kind == tcp)
        reset_on_close(fd);
    if (listen(fd, 16) != 0)
        give_up("listen");
    mine.listeners++;
    return fd;
}

/* Every process has 250 source addresses of its own: 127.x.y.1 to 127.x.y.250. The kernel picks the port. */
static void take_source(int fd, long number)
{
    int later = 1;
    struct sockaddr_in from = { .sin_family = AF_INET };
    from.sin_addr.s_addr = htonl(127U << 24 | (1 + mine.index / 250) << 16 | (1 + mine.index % 250) << 8 | (1 + number % 250));
    setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &later, sizeof later);
    if (bind(fd, (struct sockaddr *)&from, sizeof from) != 0)
        give_up("bind a source address");
}

static void connect_one(enum kind kind, int family, int listener, long number)
{
    int client = socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (client < 0)
        give_up("socket");
    if (kind == tcp)
        reset_on_close(client);
    if (family == AF_INET)
        take_source(client, number);
    struct address to = server_address(family, 0);
    if (connect(client, &to.at.any, to.length) != 0)
        give_up("connect");
    int server = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
    if (server < 0)
        give_up("accept");
    if (kind == timewait) { /* who closes first keeps the TIME_WAIT */
        close(client);
        close(server);
    }
    mine.made++;
    mine.v6 += family == AF_INET6;
}

static void hold_share(const struct plan *plan, long index, long first, long share, int life)
{
    mine = (struct report) { .index = index, .wanted = share };
    int family = plan->kind == unix_stream ? AF_UNIX : AF_INET;
    int listener = listening(family, plan->kind);
    int listener6 = plan->kind != unix_stream && plan->v6_percent > 0 ? listening(AF_INET6, plan->kind) : -1;
    if (plan->udp)
        bound(AF_INET, SOCK_DGRAM);
    for (long n = first; n < first + share; n++) {
        int v6 = listener6 >= 0 && (n + 1) * plan->v6_percent / 100 > n * plan->v6_percent / 100;
        connect_one(plan->kind, v6 ? AF_INET6 : family, v6 ? listener6 : listener, n - first);
    }
    if (write(report_pipe, &mine, sizeof mine) != sizeof mine)
        _exit(1);
    char never;
    (void)!read(life, &never, 1); /* returns when the parent is gone */
    _exit(0);
}

/* ---- the parent ---- */

static void write_setting(const char *path, const char *value)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0 || write(fd, value, strlen(value)) < 0)
        die("cannot set %s to %s: %s", path, value, strerror(errno));
    close(fd);
}

static void enter_new_namespace(void)
{
    if (unshare(CLONE_NEWNET) != 0)
        die("cannot make a network namespace: %s (run it as root)", strerror(errno));
    struct ifreq loopback = { .ifr_name = "lo", .ifr_flags = IFF_UP };
    int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (fd < 0 || ioctl(fd, SIOCSIFFLAGS, &loopback) != 0)
        die("cannot bring lo up: %s", strerror(errno));
    close(fd);
    write_setting("/proc/sys/net/ipv4/ip_local_port_range", "10240 65535");
    write_setting("/proc/sys/net/ipv4/tcp_max_tw_buckets", "2000000");
    write_setting("/proc/sys/net/ipv4/tcp_tw_reuse", "0"); /* on loopback the kernel would take some over */
}

/* Some machines cap the limit at 20,000 even for root, so it is never raised above the hard one. */
static void raise_descriptor_limit(const struct plan *plan)
{
    struct rlimit limit;
    long share = plan->processes ? (plan->connections + plan->processes - 1) / plan->processes : 0;
    rlim_t needed = 16 + (plan->kind == timewait ? 2 : 2 * share);
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    if (needed > limit.rlim_max)
        die("%ld connections in one process need %ld descriptors and the limit is %ld: use more processes", share,
            (long)needed, (long)limit.rlim_max);
}

static pid_t *workers;
static long workers_started;

static void end_workers(void)
{
    for (long i = 0; i < workers_started; i++)
        kill(workers[i], SIGKILL);
    for (long i = 0; i < workers_started; i++)
        waitpid(workers[i], NULL, 0);
}

static void start_workers(const struct plan *plan, int life[2], int reports[2])
{
    workers = calloc(plan->processes + 1, sizeof *workers);
    long first = 0;
    for (long i = 0; i < plan->processes; i++) {
        long share = plan->connections / plan->processes + (i < plan->connections % plan->processes);
        pid_t pid = fork();
        if (pid < 0)
            die("cannot start process %ld of %ld: %s", i + 1, plan->processes, strerror(errno));
        if (pid == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL); /* the pipe below is watched only once all is made */
            close(life[1]);
            close(reports[0]);
            report_pipe = reports[1];
            hold_share(plan, i, first, share, life[0]);
        }
        workers[workers_started++] = pid;
        first += share;
    }
    close(reports[1]);
}

static long seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec;
}

static struct report collect(const struct plan *plan, int reports)
{
    struct report sum = { 0 }, one;
    long end = seconds() + plan->deadline;
    for (long heard = 0; heard < plan->processes; heard++) {
        struct pollfd both[2] = { { .fd = reports, .events = POLLIN }, { .fd = 0, .events = POLLIN } };
        long left = end - seconds();
        if (left <= 0 || poll(both, 2, left * 1000) <= 0)
            die("only %ld of %ld processes were ready after %ld s", heard, plan->processes, plan->deadline);
        if (!(both[0].revents & POLLIN) && both[1].revents)
            die("standard input closed before all was made");
        if (read(reports, &one, sizeof one) != sizeof one)
            die("a process ended without a report");
        if (one.error)
            die("process %ld stopped after %ld of %ld connections: %s: %s", one.index, one.made, one.wanted, one.step,
                strerror(one.error));
        sum.made += one.made;
        sum.v6 += one.v6;
        sum.listeners += one.listeners;
    }
    return sum;
}

static struct plan parse(int argc, char **argv)
{
    struct plan plan = { .kind = tcp, .connections = 200, .processes = 4, .v6_percent = 10, .deadline = 60 };
    struct { const char *name; long *value; } numbers[] = {
        { "--connections", &plan.connections }, { "--processes", &plan.processes }, { "--v6-percent", &plan.v6_percent },
        { "--udp", &plan.udp }, { "--new-netns", &plan.new_netns }, { "--deadline", &plan.deadline },
    };
    for (int i = 1; i < argc; i += 2) {
        const char *value = i + 1 < argc ? argv[i + 1] : "";
        char *rest = "?";
        if (strcmp(argv[i], "--kind") == 0) {
            plan.kind = strcmp(value, "timewait") == 0 ? timewait : strcmp(value, "unix") == 0 ? unix_stream : tcp;
            rest = plan.kind == tcp && strcmp(value, "tcp") != 0 ? "?" : "";
        }
        for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++)
            if (strcmp(argv[i], numbers[k].name) == 0 && *value)
                *numbers[k].value = strtol(value, &rest, 10);
        if (*rest) {
            fputs(usage, stderr);
            exit(2);
        }
    }
    if (plan.processes < 0 || plan.processes > most_processes || plan.connections < 0 || plan.v6_percent < 0 ||
        plan.v6_percent > 100 || (plan.connections > 0 && plan.processes == 0))
        die("the numbers do not fit: at most %d processes, at least one when there are connections", most_processes);
    return plan;
}

int main(int argc, char **argv)
{
    struct plan plan = parse(argc, argv);
    int life[2], reports[2];
    raise_descriptor_limit(&plan);
    if (plan.new_netns)
        enter_new_namespace();
    if (pipe2(life, O_CLOEXEC) != 0 || pipe2(reports, O_CLOEXEC) != 0)
        die("cannot make a pipe: %s", strerror(errno));
    atexit(end_workers);
    start_workers(&plan, life, reports);
    struct report sum = collect(&plan, reports[0]);
    printf("ready pid=%d processes=%ld connections=%ld v6=%ld listeners=%ld\n", getpid(), plan.processes, sum.made, sum.v6,
           sum.listeners);
    fflush(stdout);
    char ignored[256];
    while (read(0, ignored, sizeof ignored) > 0)
        ;
    return 0;
}
