// Twenty listeners that stay, and processes that live for a moment: each opens a socket and is gone.
#include "stage.h"

enum { LISTENERS = 20, AT_ONCE = 2, SECONDS_AT_MOST = 30 };

static void come_and_go(void) {
    signal(SIGCHLD, SIG_DFL);
    alarm(SECONDS_AT_MOST);
    for (int alive = 0;; alive++) {
        if (alive == AT_ONCE) { wait(NULL); alive--; }
        if (must(fork(), "fork") != 0) continue;
        must(socket(AF_INET, SOCK_STREAM, 0), "socket");
        usleep(1000);
        _exit(0);
    }
}

int main(void) {
    shell("ip link set lo up");
    int sockets[LISTENERS];
    for (int i = 0; i < LISTENERS; i++) sockets[i] = listener("127.0.0.1", 7000 + i);
    hand_over("steady", LISTENERS, sockets);
    if (must(fork(), "fork") == 0) come_and_go();
    return hold();
}
