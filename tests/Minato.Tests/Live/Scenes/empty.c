// Nothing but loopback.
#include "stage.h"

int main(void) {
    shell("ip link set lo up");
    return hold();
}
