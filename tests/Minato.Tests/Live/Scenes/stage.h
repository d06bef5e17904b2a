// What every scene stands on. A scene runs as process 1 of namespaces of its own: when it ends, all that it started ends.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#define BACKLOG 128  // the Send-Q of every listener in the lesson

__attribute__((unused)) static int must(int result, const char *what) {
    if (result < 0) { perror(what); exit(1); }
    return result;
}

__attribute__((unused)) static void shell(const char *script) {
    if (system(script) != 0) { fprintf(stderr, "failed: %s\n", script); exit(1); }
}

__attribute__((unused)) static struct sockaddr_in at(const char *ip, int port) {
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(port) };
    must(inet_pton(AF_INET, ip, &address.sin_addr) - 1, ip);
    return address;
}

__attribute__((unused)) static int bound(int type, const char *ip, int port) {
    struct sockaddr_in address = at(ip, port);
    int fd = must(socket(AF_INET, type, 0), "socket"), on = 1;
    // Two listeners may then share port 22: one on every interface, one on a single address.
    if (type == SOCK_STREAM) must(setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on), "SO_REUSEPORT");
    must(bind(fd, (struct sockaddr *)&address, sizeof address), ip);
    return fd;
}

__attribute__((unused)) static int listener(const char *ip, int port) {
    int fd = bound(SOCK_STREAM, ip, port);
    must(listen(fd, BACKLOG), "listen");
    return fd;
}

// Binds a unix socket; a name that begins with '@' lives in the abstract namespace.
__attribute__((unused)) static int bound_unix(int type, const char *name) {
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    size_t length = strlen(name);
    memcpy(address.sun_path, name, length);
    if (name[0] == '@') address.sun_path[0] = '\0';
    int fd = must(socket(AF_UNIX, type, 0), "socket");
    must(bind(fd, (struct sockaddr *)&address, offsetof(struct sockaddr_un, sun_path) + length), name);
    return fd;
}

// Takes a name for good. A stopped process keeps its sockets, and its parent sees that it has come so far.
__attribute__((unused)) static void live_as(const char *name) {
    must(prctl(PR_SET_NAME, name), "PR_SET_NAME");
    for (;;) raise(SIGSTOP);
}

__attribute__((unused)) static void until_it_lives(pid_t pid) {
    int status;
    must(waitpid(pid, &status, WUNTRACED), "waitpid");
    if (!WIFSTOPPED(status)) exit(1);
}

// Gives sockets to a new process of that name, which has them at descriptors 21, 22, …, and tells the test about it.
__attribute__((unused)) static void hand_over(const char *name, int count, const int *sockets) {
    enum { FIRST = 21 };
    pid_t pid = must(fork(), "fork");
    if (pid == 0) {
        for (int i = 0; i < count; i++) {
            if (sockets[i] >= FIRST && sockets[i] != FIRST + i) exit(1);  // dup2 below would close it unseen
            must(dup2(sockets[i], FIRST + i), "dup2");
        }
        close_range(3, FIRST - 1, 0);
        close_range(FIRST + count, ~0U, 0);
        live_as(name);
    }
    until_it_lives(pid);
    for (int i = 0; i < count; i++) close(sockets[i]);
    printf("process %s %d\n", name, pid);
}
#define HAND_OVER(name, ...) \
    hand_over(name, sizeof (int[]){ __VA_ARGS__ } / sizeof(int), (int[]){ __VA_ARGS__ })

// The scene stands until the test closes our input.
__attribute__((unused)) static int hold(void) {
    char byte;
    puts("ready");
    fflush(stdout);
    while (read(STDIN_FILENO, &byte, 1) > 0) { }
    return 0;
}
