// Answers of diag modules that this machine's kernel may lack, put together from the kernel's own structs: one line for
// each, its name and its bytes. Every field has another number, so that no two can be taken for each other.
#include <linux/filter.h>
#include <linux/netlink.h>
#include <linux/netlink_diag.h>
#include <linux/packet_diag.h>
#include <linux/sock_diag.h>
#include <linux/tipc_netlink.h>
#include <linux/unix_diag.h>
#include <linux/vm_sockets_diag.h>
#include <linux/xdp_diag.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

static unsigned char message[4096];
static size_t length;

static void *put(const void *bytes, size_t count)
{
    void *at = message + length;
    memcpy(at, bytes, count);
    memset(message + length + count, 0, 4);
    length = NLMSG_ALIGN(length + count);
    return at;
}

static void attribute(unsigned short type, const void *value, size_t count)
{
    struct nlattr head = { .nla_len = sizeof head + count, .nla_type = type };
    put(&head, sizeof head);
    put(value, count);
}

static void number(unsigned short type, unsigned value) { attribute(type, &value, sizeof value); }

static size_t nest(unsigned short type)
{
    struct nlattr head = { .nla_type = type | NLA_F_NESTED };
    size_t start = length;
    put(&head, sizeof head);
    return start;
}

static void end(size_t start) { ((struct nlattr *)(message + start))->nla_len = length - start; }

static void print(const char *name)
{
    printf("%s ", name);
    for (size_t i = 0; i < length; i++) printf("%02x", message[i]);
    printf("\n");
    length = 0;
}

static void memory(unsigned short type)
{
    unsigned numbers[SK_MEMINFO_VARS];
    for (unsigned i = 0; i < SK_MEMINFO_VARS; i++) numbers[i] = 9000 + i;
    attribute(type, numbers, sizeof numbers);
}

static void vsock(const char *name, int type, int state)
{
    struct vsock_diag_msg socket = {
        .vdiag_family = AF_VSOCK, .vdiag_type = type, .vdiag_state = state, .vdiag_shutdown = 2,
        .vdiag_src_cid = 3, .vdiag_src_port = 5201, .vdiag_dst_cid = ~0u, .vdiag_dst_port = ~0u,
        .vdiag_ino = 34567, .vdiag_cookie = { 0x44332211, 0x88776655 },
    };
    put(&socket, sizeof socket);
    print(name);
}

static void tipc(const char *name, int connected)
{
    unsigned long long cookie = 0x8877665544332211;
    size_t socket = nest(TIPC_NLA_SOCK);
    number(TIPC_NLA_SOCK_REF, 1234567);
    number(TIPC_NLA_SOCK_ADDR, 0x01001001);
    number(TIPC_NLA_SOCK_TYPE, connected ? SOCK_STREAM : SOCK_RDM);
    number(TIPC_NLA_SOCK_INO, 34567);
    number(TIPC_NLA_SOCK_UID, 1000);
    number(TIPC_NLA_SOCK_TIPC_STATE, connected ? 1 : 7);
    attribute(TIPC_NLA_SOCK_COOKIE, &cookie, sizeof cookie);
    if (connected) {
        size_t connection = nest(TIPC_NLA_SOCK_CON);
        number(TIPC_NLA_CON_NODE, 0x01001002);
        number(TIPC_NLA_CON_SOCK, 7654321);
        attribute(TIPC_NLA_CON_FLAG, "", 0);
        number(TIPC_NLA_CON_TYPE, 18888);
        number(TIPC_NLA_CON_INST, 17);
        end(connection);
    } else {
        attribute(TIPC_NLA_SOCK_HAS_PUBL, "", 0);
    }
    size_t statistics = nest(TIPC_NLA_SOCK_STAT);
    number(TIPC_NLA_SOCK_STAT_RCVQ, 11);
    number(TIPC_NLA_SOCK_STAT_SENDQ, 22);
    number(TIPC_NLA_SOCK_STAT_DROP, 33);
    if (connected) attribute(TIPC_NLA_SOCK_STAT_CONN_CONG, "", 0);
    end(statistics);
    end(socket);
    print(name);
}

static void xdp(void)
{
    struct xdp_diag_msg socket = {
        .xdiag_family = AF_XDP, .xdiag_type = SOCK_RAW, .xdiag_ino = 34567, .xdiag_cookie = { 0x44332211, 0x88776655 },
    };
    struct xdp_diag_info info = { .ifindex = 2, .queue_id = 5 };
    struct xdp_diag_umem umem = {
        .size = 1ull << 33, .id = 1, .num_pages = 4096, .chunk_size = 2048, .headroom = 256, .ifindex = 3, .queue_id = 4,
        .flags = XDP_DU_F_ZEROCOPY, .refs = 6,
    };
    struct xdp_diag_stats stats = {
        .n_rx_dropped = 51, .n_rx_invalid = 52, .n_rx_full = 53, .n_fill_ring_empty = 54, .n_tx_invalid = 55, .n_tx_ring_empty = 56,
    };
    put(&socket, sizeof socket);
    attribute(XDP_DIAG_INFO, &info, sizeof info);
    number(XDP_DIAG_UID, 1000);
    number(XDP_DIAG_RX_RING, 64);
    number(XDP_DIAG_TX_RING, 128);
    attribute(XDP_DIAG_UMEM, &umem, sizeof umem);
    number(XDP_DIAG_UMEM_FILL_RING, 256);
    number(XDP_DIAG_UMEM_COMPLETION_RING, 512);
    memory(XDP_DIAG_MEMINFO);
    attribute(XDP_DIAG_STATS, &stats, sizeof stats);
    print("xdp");
}

static void packet(void)
{
    struct packet_diag_msg socket = {
        .pdiag_family = AF_PACKET, .pdiag_type = SOCK_RAW, .pdiag_num = 0x0806, .pdiag_ino = 34567,
        .pdiag_cookie = { 0x44332211, 0x88776655 },
    };
    struct packet_diag_info info = {
        .pdi_index = 2, .pdi_version = 1, .pdi_reserve = 4, .pdi_copy_thresh = 1500, .pdi_tstamp = 5, .pdi_flags = PDI_RUNNING | PDI_LOSS,
    };
    struct packet_diag_ring receive = {
        .pdr_block_size = 4096, .pdr_block_nr = 8, .pdr_frame_size = 2048, .pdr_frame_nr = 16, .pdr_retire_tmo = 60, .pdr_sizeof_priv = 7,
        .pdr_features = 1,
    };
    struct packet_diag_ring send = { .pdr_block_size = 8192, .pdr_block_nr = 2, .pdr_frame_size = 1024, .pdr_frame_nr = 32 };
    struct sock_filter filter[] = { { 0x28, 0, 0, 12 }, { 0x15, 0, 1, 0x0806 }, { 0x06, 0, 0, ~0u } };
    put(&socket, sizeof socket);
    attribute(PACKET_DIAG_INFO, &info, sizeof info);
    number(PACKET_DIAG_UID, 1000);
    attribute(PACKET_DIAG_RX_RING, &receive, sizeof receive);
    attribute(PACKET_DIAG_TX_RING, &send, sizeof send);
    number(PACKET_DIAG_FANOUT, 4 << 16 | 99);
    memory(PACKET_DIAG_MEMINFO);
    attribute(PACKET_DIAG_FILTER, filter, sizeof filter);
    print("packet");
}

static void netlink(void)
{
    struct netlink_diag_msg socket = {
        .ndiag_family = AF_NETLINK, .ndiag_type = SOCK_RAW, .ndiag_protocol = NETLINK_GENERIC, .ndiag_state = 1,
        .ndiag_portid = 4242, .ndiag_dst_portid = 4343, .ndiag_dst_group = 7, .ndiag_ino = 34567,
        .ndiag_cookie = { 0x44332211, 0x88776655 },
    };
    unsigned groups[] = { 0x00020011, 1 };
    put(&socket, sizeof socket);
    memory(NETLINK_DIAG_MEMINFO);
    attribute(NETLINK_DIAG_GROUPS, groups, sizeof groups);
    print("netlink");
}

static void unix_domain(void)
{
    struct unix_diag_msg socket = {
        .udiag_family = AF_UNIX, .udiag_type = SOCK_STREAM, .udiag_state = 10, .udiag_ino = 34567,
        .udiag_cookie = { 0x44332211, 0x88776655 },
    };
    struct unix_diag_vfs file = { .udiag_vfs_ino = 987, .udiag_vfs_dev = 8 << 20 | 5 };
    struct unix_diag_rqlen queues = { .udiag_rqueue = 2, .udiag_wqueue = 128 };
    unsigned waiting[] = { 71, 72 };
    put(&socket, sizeof socket);
    attribute(UNIX_DIAG_NAME, "/run/x", 7);
    attribute(UNIX_DIAG_VFS, &file, sizeof file);
    attribute(UNIX_DIAG_ICONS, waiting, sizeof waiting);
    attribute(UNIX_DIAG_RQLEN, &queues, sizeof queues);
    memory(UNIX_DIAG_MEMINFO);
    attribute(UNIX_DIAG_SHUTDOWN, "\1", 1);
    print("unix");
}

int main(void)
{
    vsock("vsock-stream", SOCK_STREAM, 10);
    vsock("vsock-dgram", SOCK_DGRAM, 7);
    vsock("vsock-seqpacket", SOCK_SEQPACKET, 1);
    tipc("tipc-connected", 1);
    tipc("tipc-bound", 0);
    xdp();
    packet();
    netlink();
    unix_domain();
    return 0;
}
