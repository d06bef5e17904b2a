/*
 * floor: asks the kernel for sockets over sock_diag, looks at no more than the headers and throws the answer away. What it
 * takes is the least that any program takes which asks this way.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const char usage[] =
    "floor tcp|unix [--walks 1|2] [--split PORT] [--extensions MASK] [--states MASK] [--source-port N] [--show MASK]\n"
    "               [--least N]\n"
    "  --walks        1: IPv4 and IPv6 in one walk of the table, by the older request (the default); 2: one after the other\n"
    "  --split        in two threads: source ports up to PORT, and those above\n"
    "  --extensions   what -i and the like add, as bits of idiag_ext\n"
    "  --states       bits by state; all of them unless told\n"
    "  --source-port  in the request itself, where the kernel looks first\n"
    "  --show         what is told of a unix socket (UDIAG_SHOW_…); name, peer and queues unless told\n"
    "  --least        fail when there are fewer rows\n";

static struct {
    int is_unix;
    long walks, split, extensions, states, source_port, show, least;
} plan = { 0, 1, 0, 0, 0xfff, 0, UDIAG_SHOW_NAME | UDIAG_SHOW_PEER | UDIAG_SHOW_RQLEN, 0 };

enum part { everything, lower_ports, upper_ports };

/* One request: the header, one of three bodies and, to keep a part of the ports, a program of two operations. */
struct request {
    struct nlmsghdr header;
    char rest[sizeof(struct inet_diag_req_v2) + sizeof(struct nlattr) + 2 * sizeof(struct inet_diag_bc_op)];
};

static void fail(const char *what)
{
    fprintf(stderr, "floor: %s: %s\n", what, strerror(errno));
    exit(1);
}

static void append(struct request *request, const void *bytes, size_t length)
{
    memcpy((char *)request + request->header.nlmsg_len, bytes, length);
    request->header.nlmsg_len += length;
}

static void ask_both_families(struct request *request)
{
    struct inet_diag_req body = { .idiag_family = AF_INET, .idiag_ext = plan.extensions, .idiag_states = plan.states };
    body.id.idiag_sport = htons(plan.source_port);
    request->header.nlmsg_type = TCPDIAG_GETSOCK;
    append(request, &body, sizeof body);
}

static void ask_one_family(struct request *request, int family)
{
    struct inet_diag_req_v2 body = {
        .sdiag_family = family, .sdiag_protocol = IPPROTO_TCP, .idiag_ext = plan.extensions, .idiag_states = plan.states,
    };
    body.id.idiag_sport = htons(plan.source_port);
    append(request, &body, sizeof body);
}

static void ask_unix(struct request *request)
{
    struct unix_diag_req body = { .sdiag_family = AF_UNIX, .udiag_states = plan.states, .udiag_show = plan.show };
    append(request, &body, sizeof body);
}

/* A jump to the end takes the socket, a jump beyond it leaves it out. */
static void keep_ports(struct request *request, enum part part)
{
    struct inet_diag_bc_op compare[2] = {
        { .code = part == lower_ports ? INET_DIAG_BC_S_LE : INET_DIAG_BC_S_GE, .yes = sizeof compare, .no = sizeof compare + 4 },
        { .code = INET_DIAG_BC_NOP, .no = part == lower_ports ? plan.split : plan.split + 1 },
    };
    struct nlattr attribute = { .nla_type = INET_DIAG_REQ_BYTECODE, .nla_len = sizeof attribute + sizeof compare };
    append(request, &attribute, sizeof attribute);
    append(request, compare, sizeof compare);
}

/* Rows of one answer, read to its end. */
static long discard(int fd)
{
    static __thread char buffer[65536]; /* the kernel fills at most 32 KiB at once */
    for (long rows = 0;;) {
        ssize_t got = recv(fd, buffer, sizeof buffer, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            fail("recv");
        int left = got;
        for (struct nlmsghdr *message = (void *)buffer; NLMSG_OK(message, left); message = NLMSG_NEXT(message, left)) {
            if (message->nlmsg_type == NLMSG_DONE)
                return rows;
            if (message->nlmsg_type == NLMSG_ERROR) {
                errno = -((struct nlmsgerr *)NLMSG_DATA(message))->error;
                fail("the kernel refused");
            }
            rows++;
        }
    }
}

static long dump(enum part part, int family)
{
    struct request request = { .header = { .nlmsg_len = sizeof request.header, .nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP } };
    request.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    if (plan.is_unix)
        ask_unix(&request);
    else if (plan.walks == 1)
        ask_both_families(&request);
    else
        ask_one_family(&request, family);
    if (part != everything)
        keep_ports(&request, part);
    int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG);
    struct sockaddr_nl kernel = { .nl_family = AF_NETLINK };
    if (fd < 0 || sendto(fd, &request, request.header.nlmsg_len, 0, (struct sockaddr *)&kernel, sizeof kernel) < 0)
        fail("cannot ask the kernel");
    long rows = discard(fd);
    close(fd);
    return rows;
}

static long walk(enum part part)
{
    long rows = dump(part, AF_INET);
    return plan.walks == 2 && !plan.is_unix ? rows + dump(part, AF_INET6) : rows;
}

static cpu_set_t allowed;

static void *walk_upper(void *rows)
{
    sched_setaffinity(0, sizeof allowed, &allowed);
    *(long *)rows = walk(upper_ports);
    return NULL;
}

/*
 * After another command has run, the kernel starts a thread beside its starter on one processor and needs some ticks to
 * part them: 8 ms of the 27 that 93k sockets took. Leaving the starter's processor out at first puts it elsewhere at once.
 */
static void start_elsewhere(pthread_t *thread, long *rows)
{
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0)
        fail("cannot see the processors");
    cpu_set_t others = allowed;
    CPU_CLR(sched_getcpu(), &others);
    if (CPU_COUNT(&others) > 0)
        pthread_attr_setaffinity_np(&attributes, sizeof others, &others);
    if ((errno = pthread_create(thread, &attributes, walk_upper, rows)) != 0)
        fail("cannot start a thread");
    pthread_attr_destroy(&attributes);
}

static long walk_in_two_threads(void)
{
    long upper = 0;
    pthread_t thread;
    start_elsewhere(&thread, &upper);
    long lower = walk(lower_ports);
    pthread_join(thread, NULL);
    return lower + upper;
}

static int parse(int argc, char **argv)
{
    struct { const char *name; long *value; } numbers[] = {
        { "--walks", &plan.walks }, { "--split", &plan.split }, { "--extensions", &plan.extensions },
        { "--states", &plan.states }, { "--source-port", &plan.source_port }, { "--show", &plan.show },
        { "--least", &plan.least },
    };
    if (argc < 2 || (strcmp(argv[1], "tcp") != 0 && strcmp(argv[1], "unix") != 0))
        return 0;
    plan.is_unix = strcmp(argv[1], "unix") == 0;
    for (int i = 2; i < argc; i += 2) {
        char *rest = "?";
        for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++)
            if (i + 1 < argc && *argv[i + 1] && strcmp(argv[i], numbers[k].name) == 0)
                *numbers[k].value = strtol(argv[i + 1], &rest, 0);
        if (*rest)
            return 0;
    }
    return (plan.walks == 1 || plan.walks == 2) && plan.split >= 0 && plan.split < 65535 && !(plan.is_unix && plan.split);
}

int main(int argc, char **argv)
{
    if (!parse(argc, argv)) {
        fputs(usage, stderr);
        return 2;
    }
    long rows = plan.split ? walk_in_two_threads() : walk(everything);
    if (rows < plan.least) {
        fprintf(stderr, "floor: %ld rows, %ld or more belong there\n", rows, plan.least);
        return 1;
    }
    printf("%ld\n", rows);
    return 0;
}
