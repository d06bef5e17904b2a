// A listener with three connections, a UDP socket and a UNIX listener: something to close.
#include "stage.h"

enum { PORT = 7001, FIRST_CLIENT = 7101, CONNECTIONS = 3 };

int main(void) {
    shell("ip link set lo up");
    int server = listener("127.0.0.1", PORT);
    for (int i = 0; i < CONNECTIONS; i++) {
        int client = bound(SOCK_STREAM, "127.0.0.1", FIRST_CLIENT + i);
        struct sockaddr_in to = at("127.0.0.1", PORT);
        must(connect(client, (struct sockaddr *)&to, sizeof to), "connect");
        must(accept(server, NULL, NULL), "accept");
    }

    bound(SOCK_DGRAM, "127.0.0.1", PORT + 1);
    must(listen(bound_unix(SOCK_STREAM, "@closable"), 1), "listen");
    return hold();
}
