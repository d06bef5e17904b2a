// Programs and paths whose names try to forge rows, owners and terminal commands. One of each kind of socket per name.
#include "stage.h"

static const char *const names[] = {
    "esc\033[31mred", "bell\a\b", "line\nLISTEN 0", "cr\rtcp", "tab\there", "del\177", "c1\302\233m", "raw\233m",
    "bidi\342\200\256x", "half\342\200", "inv\377\376", "q\"),(\"init\",p", "back\\slash", "paren)x", "two  blanks",
};

// The program starts itself again under the name, because netstat shows argv[0] and ss the comm.
static void start(const char *name, int tcp, int local) {
    pid_t pid = must(fork(), "fork");
    if (pid != 0) {
        until_it_lives(pid);
        return;
    }
    must(dup2(tcp, 21), "dup2");
    must(dup2(local, 22), "dup2");
    close_range(3, 20, 0);
    close_range(23, ~0U, 0);
    execl("/proc/self/exe", name, "named", NULL);
    must(-1, "exec");
}

// Names go to the test in hexadecimal.
static void tell(const char *what, const char *text) {
    printf("%s ", what);
    for (; *text; text++) printf("%02x", (unsigned char)*text);
    putchar('\n');
}

int main(int count, char **arguments) {
    if (count > 1 && strcmp(arguments[1], "named") == 0) live_as(arguments[0]);
    shell("ip link set lo up; mount -t tmpfs run /run");
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char path[64];
        snprintf(path, sizeof path, "%s%s", i % 2 ? "@" : "/run/", names[i]);
        int tcp = listener("127.0.0.1", 7000 + i), local = bound_unix(SOCK_STREAM, path);
        must(listen(local, BACKLOG), "listen");
        start(names[i], tcp, local);
        tell("path", path);
        tell("name", names[i]);
        close(tcp);
        close(local);
    }
    return hold();
}
