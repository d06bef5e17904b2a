/*
 * What the runtime would ask the system before Main, answered here: eng/publish links it in with --wrap (Minato.Cli.csproj).
 * BENCH tln-empty: the two together take a sixth off the start.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

FILE *__wrap_fopen64(const char *path, const char *mode);
int __wrap_pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes);
void *__wrap_dlopen(const char *path, int mode);
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
