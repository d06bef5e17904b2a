/*
 * launch: starts one command and prints what it cost, as one line of numbers:
 *
 *     wall_ns user_us system_us peak_kib status bytes lines waited_ns sum
 *
 * sum is a checksum of what was counted: two outputs that have the same are the same (FNV-1a, 64 bits).
 * waited_ns is how long the command was ready to run but had no processor: other work's share of the wall time.
 * A process inherits the resident size of whoever forked it as its first peak (signal->maxrss is raised at exec), so a
 * command can be weighed only by a starter smaller than itself: this one, static, below 1 MiB.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const char usage[] =
    "launch [--netns PID] [--cpu N] [--stdout null|pipe|FILE] [--timeout SECONDS] -- COMMAND [ARGUMENT...]\n"
    "  --netns PID   in the network namespace of that process\n"
    "  --cpu N       on this processor alone\n"
    "  --stdout      null: /dev/null (the default); pipe: read here and counted; FILE: written over\n"
    "  --timeout S   end the command after so many seconds (default 120; status is then 142)\n";

static void fail(const char *what, const char *about)
{
    fprintf(stderr, "launch: %s %s: %s\n", what, about, strerror(errno));
    exit(125);
}

static void enter_namespace(const char *pid)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%s/ns/net", pid);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || setns(fd, CLONE_NEWNET) != 0)
        fail("cannot enter the namespace", path);
    close(fd);
}

static void pin(const char *cpu)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(atoi(cpu), &set);
    if (sched_setaffinity(0, sizeof set, &set) != 0)
        fail("cannot pin to processor", cpu);
}

/* Killed with its parent: a bench that ends early leaves no command running. */
static void end_with(pid_t parent)
{
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
        _exit(125);
}

static long long now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static long long micros(struct timeval t)
{
    return t.tv_sec * 1000000LL + t.tv_usec;
}

/* The second number of /proc/PID/schedstat; 0 on a kernel that does not keep it. */
static long long time_without_processor(pid_t pid)
{
    char path[64];
    long long on_processor, waited = 0;
    snprintf(path, sizeof path, "/proc/%d/schedstat", pid);
    FILE *file = fopen(path, "re");
    if (!file)
        return 0;
    if (fscanf(file, "%lld %lld", &on_processor, &waited) != 2)
        waited = 0;
    fclose(file);
    return waited;
}

static void count(int fd, long long *bytes, long long *lines, unsigned long long *sum)
{
    static char buffer[65536]; /* the size of a pipe: one read empties it */
    ssize_t got;
    while ((got = read(fd, buffer, sizeof buffer)) > 0) {
        *bytes += got;
        for (char *p = buffer; (p = memchr(p, '\n', buffer + got - p)) != NULL; p++)
            ++*lines;
        for (ssize_t i = 0; i < got; i++)
            *sum = (*sum ^ (unsigned char)buffer[i]) * 0x100000001b3;
    }
}

int main(int argc, char **argv)
{
    end_with(getppid());
    const char *output = "null";
    unsigned timeout = 120;
    int i = 1;
    for (; i < argc && strcmp(argv[i], "--") != 0; i += 2) {
        const char *value = i + 1 < argc ? argv[i + 1] : "";
        if (strcmp(argv[i], "--netns") == 0)
            enter_namespace(value);
        else if (strcmp(argv[i], "--cpu") == 0)
            pin(value);
        else if (strcmp(argv[i], "--stdout") == 0)
            output = value;
        else if (strcmp(argv[i], "--timeout") == 0)
            timeout = atoi(value);
        else
            break;
    }
    if (i + 1 >= argc || strcmp(argv[i], "--") != 0) {
        fputs(usage, stderr);
        return 125;
    }
    char **command = argv + i + 1;

    int ends[2] = { -1, -1 };
    int counted = strcmp(output, "pipe") == 0;
    if (counted && pipe2(ends, O_CLOEXEC) != 0)
        fail("cannot make", "a pipe");
    if (!counted) {
        const char *path = strcmp(output, "null") == 0 ? "/dev/null" : output;
        ends[1] = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
        if (ends[1] < 0)
            fail("cannot write", path);
    }
    int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);

    pid_t self = getpid();
    long long start = now();
    pid_t child = fork();
    if (child < 0)
        fail("cannot fork for", command[0]);
    if (child == 0) {
        end_with(self);
        dup2(nothing, 0);
        dup2(ends[1], 1);
        alarm(timeout); /* survives exec; its signal ends the command */
        execvp(command[0], command);
        fprintf(stderr, "launch: cannot start %s: %s\n", command[0], strerror(errno));
        _exit(127);
    }
    close(ends[1]);
    long long bytes = 0, lines = 0;
    unsigned long long sum = 0xcbf29ce484222325;
    if (counted)
        count(ends[0], &bytes, &lines, &sum);
    siginfo_t ended;
    while (waitid(P_PID, child, &ended, WEXITED | WNOWAIT) < 0 && errno == EINTR)
        ;
    long long wall = now() - start;
    long long waited = time_without_processor(child); /* must be read before wait4 takes the process away */
    int status;
    struct rusage used;
    while (wait4(child, &status, 0, &used) < 0)
        if (errno != EINTR)
            fail("cannot wait for", command[0]);

    int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    printf("%lld %lld %lld %ld %d %lld %lld %lld %llu\n", wall, micros(used.ru_utime), micros(used.ru_stime), used.ru_maxrss,
           code, bytes, lines, waited, counted ? sum : 0);
    return 0;
}
