// Three thousand listeners: more than fits into one message of the kernel, one write or one pipe.
#include "stage.h"
#include <sys/resource.h>

enum { LISTENERS = 3000 };

int main(void) {
    struct rlimit limit = { LISTENERS + 100, LISTENERS + 100 };
    must(setrlimit(RLIMIT_NOFILE, &limit), "RLIMIT_NOFILE");
    shell("ip link set lo up");
    for (int i = 0; i < LISTENERS; i++) listener("127.0.0.1", 10000 + i);
    return hold();
}
