// What never leaves the machine: unix, netlink and packet sockets.
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/ioctl.h>
#include <net/if.h>

static int connected_unix(int type, const char *name) {
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    size_t length = strlen(name);
    memcpy(address.sun_path, name, length);
    if (name[0] == '@') address.sun_path[0] = '\0';
    int fd = must(socket(AF_UNIX, type, 0), "socket");
    must(connect(fd, (struct sockaddr *)&address, offsetof(struct sockaddr_un, sun_path) + length), name);
    return fd;
}

static void unix_sockets_with_names(void) {
    int stream = listening(bound_unix(SOCK_STREAM, "/run/exact.sock")), packets = listening(bound_unix(SOCK_SEQPACKET, "@exact/seq")),
        far = listening(bound_unix(SOCK_STREAM, "/run/a-folder-with-a-long-name/and a blank/the-socket-at-the-end.sock"));
    int client = connected_unix(SOCK_STREAM, "/run/exact.sock"), accepted = welcome(stream);
    int pending = connected_unix(SOCK_STREAM, "/run/exact.sock"), seq_client = connected_unix(SOCK_SEQPACKET, "@exact/seq"),
        seq_accepted = welcome(packets);
    int log = bound_unix(SOCK_DGRAM, "/run/log"), writer = connected_unix(SOCK_DGRAM, "/run/log");
    must(write(client, "unread", 6), "write");
    must(write(writer, "a line for the log", 18), "write");
    HAND_OVER("blank ed", stream, packets, far, client, accepted, pending, seq_client, seq_accepted, log, writer);
}

static void unix_sockets_without(void) {
    int pair[2], datagrams[2], half[2];
    must(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), "socketpair");
    must(socketpair(AF_UNIX, SOCK_DGRAM, 0, datagrams), "socketpair");
    must(socketpair(AF_UNIX, SOCK_STREAM, 0, half), "socketpair");
    must(shutdown(half[0], SHUT_WR), "shutdown");
    int bound_idle = bound_unix(SOCK_STREAM, "@idle one"), nameless = must(socket(AF_UNIX, SOCK_DGRAM, 0), "socket");
    HAND_OVER("pairs)", pair[0], pair[1], datagrams[0], datagrams[1], half[0], half[1], bound_idle, nameless);
}

static int packets(int type, int protocol, const char *device) {
    struct sockaddr_ll address = { .sll_family = AF_PACKET, .sll_protocol = htons(protocol), .sll_ifindex = device ? (int)if_nametoindex(device) : 0 };
    int fd = must(socket(AF_PACKET, type, 0), "AF_PACKET");
    must(bind(fd, (struct sockaddr *)&address, sizeof address), "bind");
    return fd;
}

static void packet_sockets(void) {
    // Bound to the end of the quiet cable, so that nothing arrives but the frame sent here.
    int raw = packets(SOCK_RAW, ETH_P_ALL, "quiet1"), datagrams = packets(SOCK_DGRAM, ETH_P_IP, "quiet1"),
        unbound = must(socket(AF_PACKET, SOCK_RAW, 0), "AF_PACKET"), ring = packets(SOCK_RAW, ETH_P_ARP, "quiet1"),
        sharing = packets(SOCK_RAW, ETH_P_IPV6, "quiet1"), filtering = packets(SOCK_DGRAM, ETH_P_8021Q, "quiet1");
    int version = TPACKET_V2;
    struct tpacket_req frames = { .tp_block_size = 4096, .tp_block_nr = 2, .tp_frame_size = 2048, .tp_frame_nr = 4 };
    must(setsockopt(ring, SOL_PACKET, PACKET_VERSION, &version, sizeof version), "PACKET_VERSION");
    must(setsockopt(ring, SOL_PACKET, PACKET_RX_RING, &frames, sizeof frames), "PACKET_RX_RING");
    must(setsockopt(ring, SOL_PACKET, PACKET_TX_RING, &frames, sizeof frames), "PACKET_TX_RING");
    set(sharing, SOL_PACKET, PACKET_FANOUT, 42 | (PACKET_FANOUT_CPU << 16));
    set(raw, SOL_PACKET, PACKET_AUXDATA, 1);
    struct sock_filter two_octets[] = {
        BPF_STMT(BPF_LD | BPF_H | BPF_ABS, 12), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0x0806, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, 0x40000), BPF_STMT(BPF_RET | BPF_K, 0),
    };
    struct sock_fprog program = { 4, two_octets };
    must(setsockopt(filtering, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program), "SO_ATTACH_FILTER");
    static const char frame[60] = { 2, 0, 0, 0, 0, 4, 2, 0, 0, 0, 0, 3, 0x88, 0xb5 };
    int sender = packets(SOCK_RAW, 0, "quiet0");
    must(send(sender, frame, sizeof frame, 0), "send");
    close(sender);
    HAND_OVER("sniffer", raw, datagrams, unbound, ring, sharing, filtering);
}

static int netlink(int protocol, unsigned port, unsigned groups) {
    struct sockaddr_nl address = { .nl_family = AF_NETLINK, .nl_pid = port, .nl_groups = groups };
    int fd = must(socket(AF_NETLINK, SOCK_RAW, protocol), "AF_NETLINK");
    must(bind(fd, (struct sockaddr *)&address, sizeof address), "AF_NETLINK");
    return fd;
}

static void netlink_sockets(void) {
    // The last one's port is no process; the connected one has a peer.
    int connected = netlink(NETLINK_GENERIC, 1000001, 0);
    struct sockaddr_nl peer = { .nl_family = AF_NETLINK, .nl_pid = 77 };
    must(connect(connected, (struct sockaddr *)&peer, sizeof peer), "connect");
    HAND_OVER("netlinkd", netlink(NETLINK_ROUTE, 1000002, RTMGRP_TC), netlink(NETLINK_KOBJECT_UEVENT, 1000003, 1),
              netlink(NETLINK_AUDIT, 1000004, 0), connected, netlink(NETLINK_ROUTE, 0xfffff000u, 0));
}
