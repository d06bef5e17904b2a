/*
 * What the runtime does before Main and should not: linked in with --wrap (Minato.Cli.csproj). BENCH tln-empty: the files
 * and the stack together take a sixth off the start.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

FILE *__wrap_fopen64(const char *path, const char *mode);
int __wrap_pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes);
void *__wrap_dlopen(const char *path, int mode);
bool __wrap_RhInitialize(bool isDll);
bool __real_RhInitialize(bool isDll);
int __real_pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes);

/*
 * Only the runtime opens files through this function (a test reads the linker's map): the mount table and the cgroup
 * files, twice, for limits of memory and processor time, sizes of caches, and /proc/meminfo. All of that sizes a heap
 * whose limit is a constant here, so each is "not there", an answer that the runtime is ready for.
 */
FILE *__wrap_fopen64(const char *path, const char *mode)
{
    (void)path;
    (void)mode;
    errno = ENOENT;
    return NULL;
}

extern void *__libc_stack_end;

/*
 * Where the first thread's stack ends glibc reads from /proc/self/maps, a line for each mapping. The runtime looks only
 * whether an address is on the stack, and for that the limit that the kernel keeps is as good. Other threads know it.
 */
int __wrap_pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes)
{
    struct rlimit limit;
    if (gettid() != getpid() || getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return __real_pthread_getattr_np(thread, attributes);

    /* Above the first frame stand only the words that the kernel put there. */
    const size_t page = 4096, above = 16 * page;
    size_t top = ((size_t)__libc_stack_end + above) & ~(page - 1);
    int error = pthread_attr_init(attributes);
    if (error != 0)
        return error;
    return pthread_attr_setstack(attributes, (char *)top - (limit.rlim_cur & ~(page - 1)), limit.rlim_cur & ~(page - 1));
}

/* The program loads no library while it runs, also not where the runtime would offer to. */
void *__wrap_dlopen(const char *path, int mode)
{
    (void)path;
    (void)mode;
    return NULL;
}

/* The runtime's own start, which fails without a word where memory or threads are limited too far. */
bool __wrap_RhInitialize(bool isDll)
{
    if (__real_RhInitialize(isDll))
        return true;
    static const char line[] = "minato: cannot start: address space, memory or threads are limited too far (ulimit -a)\n";
    /* Nobody is left to tell when that fails. The code is ExitCode.Refused. */
    ssize_t written = write(STDERR_FILENO, line, strlen(line));
    (void)written;
    _exit(4);
}
