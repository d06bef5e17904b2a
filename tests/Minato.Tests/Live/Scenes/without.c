// Runs a command in which a call is refused, as container runtimes' seccomp profiles do: `without bpf COMMAND…` refuses bpf(2),
// `without netlink COMMAND…` socket(AF_NETLINK, …).
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#define LOAD(what) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, what))
#define UNLESS(value, skip) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, skip)
#define REFUSE BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

int main(int count, char **words) {
    struct sock_filter bpf[] = { LOAD(nr), UNLESS(SYS_bpf, 1), REFUSE, ALLOW };
    struct sock_filter netlink[] = { LOAD(nr), UNLESS(SYS_socket, 3), LOAD(args[0]), UNLESS(AF_NETLINK, 1), REFUSE, ALLOW };
    struct sock_fprog filter;
    if (count > 2 && strcmp(words[1], "bpf") == 0) filter = (struct sock_fprog){ sizeof bpf / sizeof bpf[0], bpf };
    else if (count > 2 && strcmp(words[1], "netlink") == 0) filter = (struct sock_fprog){ sizeof netlink / sizeof netlink[0], netlink };
    else return 2;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0) {
        perror("seccomp");
        return 2;
    }
    execvp(words[2], words + 2);
    perror(words[2]);
    return 127;
}
