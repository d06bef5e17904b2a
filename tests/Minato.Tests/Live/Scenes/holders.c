// Sockets held in every way there is, in a network namespace of its own but among the machine's processes.
#include "stage.h"
#include <pthread.h>
#include <sys/syscall.h>
#include <sys/eventfd.h>

#ifndef O_PATH
#define O_PATH 010000000
#endif

enum { CROWD = 10, PAIRS = 500 };

static void rest(void) { for (;;) pause(); }

static int child(void (*live)(void)) {
    int ready[2];
    char byte;
    must(pipe(ready), "pipe");
    pid_t pid = must(fork(), "fork");
    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        close(ready[0]);
        // Whatever the child makes is there before the byte is.
        dup2(ready[1], 1000);
        live();
        exit(1);
    }
    close(ready[1]);
    if (read(ready[0], &byte, 1) != 1) exit(1);
    close(ready[0]);
    return pid;
}

static void lives(void) {
    if (write(1000, "x", 1) != 1) exit(1);
    close(1000);
}

static void *sleeps(void *nothing) { rest(); return nothing; }

static void with_threads(void) {
    pthread_t thread;
    listener("127.0.0.1", 2003);
    for (int i = 0; i < 3; i++) pthread_create(&thread, NULL, sleeps, NULL);
    must(prctl(PR_SET_NAME, "threads"), "name");
    lives();
    rest();
}

// A thread with a table of its own: what it opens then is its alone.
static void *goes_alone(void *nothing) {
    must(unshare(CLONE_FILES), "unshare");
    listener("127.0.0.1", 2004);
    lives();
    rest();
    return nothing;
}

static void with_a_lone_thread(void) {
    pthread_t thread;
    pthread_create(&thread, NULL, goes_alone, NULL);
    rest();
}

static void *outlives(void *nothing) { usleep(50000); lives(); rest(); return nothing; }

// The first thread ends before the others do.
static void headless(void) {
    pthread_t thread;
    listener("127.0.0.1", 2005);
    pthread_create(&thread, NULL, outlives, NULL);
    syscall(SYS_exit, 0);
}

static int same_table(void *nothing) { (void)nothing; prctl(PR_SET_NAME, "table twin"); prctl(PR_SET_PDEATHSIG, SIGKILL); rest(); return 0; }

// Two processes, one table of descriptors.
static void with_a_twin(void) {
    static char stack[65536];
    listener("127.0.0.1", 2006);
    must(clone(same_table, stack + sizeof stack, CLONE_FILES | SIGCHLD, NULL), "clone");
    usleep(50000);
    lives();
    rest();
}

static void with_paths(void) {
    char path[64], file[] = "/tmp/minato-holders-XXXXXX";
    int fd = listener("127.0.0.1", 2007);
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    must(open(path, O_PATH), "O_PATH of a socket");
    must(mkdtemp(file) == NULL ? -1 : 0, file);
    snprintf(path, sizeof path, "%s/s", file);
    int named = bound_unix(SOCK_STREAM, path);
    must(listen(named, 5), "listen");
    must(open(path, O_PATH), "O_PATH of a file");
    unlink(path);
    rmdir(file);
    lives();
    rest();
}

static void sparse(void) {
    int fd = listener("127.0.0.1", 2008);
    must(dup2(fd, 63), "dup2");
    must(dup2(fd, 64), "dup2");
    must(dup2(fd, 900), "dup2");
    must(prctl(PR_SET_NAME, "a)\"\n\x1b[1m\xff b"), "name");
    lives();
    rest();
}

static int passing;

static void receives(void) {
    char byte, room[CMSG_SPACE(sizeof(int))];
    struct iovec part = { &byte, 1 };
    struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1, .msg_control = room, .msg_controllen = sizeof room };
    lives();
    must(recvmsg(passing, &message, 0), "recvmsg");
    if (write(passing, "x", 1) != 1) exit(1);
    must(prctl(PR_SET_NAME, "was given"), "name");
    rest();
}

static void passes(void) {
    int ends[2];
    must(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), "socketpair");
    passing = ends[1];
    child(receives);
    int fd = listener("127.0.0.1", 2002);
    char byte = 'x', room[CMSG_SPACE(sizeof(int))];
    struct iovec part = { &byte, 1 };
    struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1, .msg_control = room, .msg_controllen = sizeof room };
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(head), &fd, sizeof fd);
    must(sendmsg(ends[0], &message, 0), "sendmsg");
    if (read(ends[0], &byte, 1) != 1) exit(1);
    close(fd);
    close(ends[1]);
}

static int crowd_port;

static void crowds(void) {
    int server = listener("127.0.0.1", crowd_port);
    struct sockaddr_in address = at("127.0.0.1", crowd_port);
    for (int i = 0; i < PAIRS; i++) {
        int fd = must(socket(AF_INET, SOCK_STREAM, 0), "socket");
        must(connect(fd, (struct sockaddr *)&address, sizeof address), "connect");
        must(accept(server, NULL, NULL), "accept");
    }
    lives();
    rest();
}

static void forked(void) { lives(); rest(); }

int main(void) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    shell("ip link set lo up");
    int shared = listener("127.0.0.1", 2001);
    must(dup(shared), "dup");
    child(forked);
    child(forked);

    // A connection that nobody accepts: its other end has no inode yet.
    struct sockaddr_in address = at("127.0.0.1", 2001);
    int waiting = must(socket(AF_INET, SOCK_STREAM, 0), "socket");
    must(connect(waiting, (struct sockaddr *)&address, sizeof address), "connect");

    passes();
    child(with_threads);
    child(with_a_lone_thread);
    child(headless);
    child(with_a_twin);
    child(with_paths);
    child(sparse);
    for (int i = 0; i < CROWD; i++) {
        crowd_port = 3000 + i;
        child(crowds);
    }
    int code = hold();
    signal(SIGTERM, SIG_IGN);
    kill(0, SIGTERM);
    return code;
}
