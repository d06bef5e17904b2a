// Listeners that stay, among processes that live for a moment: each opens a socket and is gone.
#include "stage.h"

enum { LISTENERS = 10, AT_ONCE = 2, SECONDS_AT_MOST = 60 };

static void come_and_go(void) {
    alarm(SECONDS_AT_MOST);
    for (int alive = 0;; alive++) {
        if (alive == AT_ONCE) { wait(NULL); alive--; }
        if (must(fork(), "fork") != 0) continue;
        must(socket(AF_INET, SOCK_STREAM, 0), "socket");
        usleep(1000);
        _exit(0);
    }
}

// A descriptor in a message that nobody has read yet is open and in no process. Whoever looks for its owner has to look
// at every process there is.
static void send_away(int fd) {
    static int pair[2];
    union { char bytes[CMSG_SPACE(sizeof fd)]; struct cmsghdr header; } control = { 0 };
    struct iovec text = { "x", 1 };
    struct msghdr message = { .msg_iov = &text, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control };
    control.header = (struct cmsghdr){ .cmsg_len = CMSG_LEN(sizeof fd), .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS };
    memcpy(CMSG_DATA(&control.header), &fd, sizeof fd);
    must(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), "socketpair");
    must(sendmsg(pair[0], &message, 0), "sendmsg");
    close(fd);
}

int main(void) {
    shell("ip link set lo up");
    int sockets[LISTENERS];
    for (int i = 0; i < LISTENERS; i++) sockets[i] = listener("127.0.0.1", 7000 + i);
    hand_over("steady", LISTENERS, sockets);
    send_away(listener("127.0.0.1", 7999));
    if (must(fork(), "fork") == 0) come_and_go();
    return hold();
}
