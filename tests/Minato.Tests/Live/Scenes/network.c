// A machine with interfaces, labels, addresses, routes and groups of every kind that needs no driver, and without traffic.
// What a kernel has not been built with is left out: the originals are asked about the same machine.
#include "stage.h"

static const char *names =
    "mount -t tmpfs none /mnt\n"
    "cat >/mnt/hosts <<X\n"
    "127.0.0.1 localhost\n::1 localhost6\n"
    "10.1.2.9 via-nine\n10.1.2.3 me\n172.18.1.1 eighteen.with-a-long-name.example.net\n10.1.2.1 gateway-of-default\n"
    "2001:db8::9 six-nine\n224.0.0.1 all-systems.mcast.net\nff02::1 ip6-allnodes\n"
    "X\n"
    "printf 'default 0.0.0.0\\nloopback 127.0.0.0\\nsixteen 172.16.0.0\\nthrown 172.23\\nlong-name-of-a-network 10.1.2.0\\n' >/mnt/networks\n"
    ": >/mnt/resolv.conf\n"
    "for file in hosts networks resolv.conf; do mount --bind /mnt/$file /etc/$file; done\n";

static const char *interfaces =
    "cd /proc/sys/net/ipv6/conf/default && echo 0 >accept_ra && echo 0 >router_solicitations && echo 0 >accept_dad\n"
    "ip link set lo up\n"
    "ip link add ve0 address 02:00:00:00:00:01 type veth peer name ve1 address 02:00:00:00:00:02\n"
    "ip link add ve2 address 02:00:00:00:00:06 type veth peer name ve10 address 02:00:00:00:00:07\n"
    "{\n"
    "ip link add br0 address 02:00:00:00:00:03 type bridge mcast_snooping 0\n"
    "ip link add ifb7 address 02:00:00:00:00:04 type ifb\n"
    "ip link add vlan5 link ve1 type vlan id 5\n"
    "ip link add dummy0 address 02:00:00:00:00:0a type dummy\n"
    "ip link add bond0 type bond\n"
    "ip tuntap add dev tun0 mode tun\n"
    "ip tuntap add dev tap0 mode tap\n"
    "ip link set tap0 address 02:00:00:00:00:05\n"
    "ip link add \xc3\xa9-\xc3\xbc" "0 address 02:00:00:00:00:08 type bridge\n"
    "ip link add fourteenletter address 02:00:00:00:00:09 type bridge\n"
    "for name in ve0 ve1 ve2 br0 tun0 tap0 vlan5 dummy0 fourteenletter; do ip link set $name up; done\n"
    "ip link set ve2 promisc on\n"
    "ip link set ve1 mtu 1300 txqueuelen 77\n"
    "ip addr add 10.1.2.3/24 brd + dev ve0\n"
    "ip addr add 10.1.3.3/24 dev ve0\n"
    "ip addr add 10.1.4.3/24 brd + label ve0:1 dev ve0\n"
    "ip addr add 10.1.6.3/24 label ve0:10 dev ve0\n"
    "ip addr add 10.1.5.3/28 brd 10.1.5.99 label ve0:xy dev ve0\n"
    "ip addr add 10.7.0.1 peer 10.7.0.2 dev tun0\n"
    "ip addr add 192.0.2.1/31 dev ve1\n"
    "ip -6 addr add 2001:db8::1/64 dev ve0\n"
    "ip -6 addr add 2001:db8:5::1/64 dev ve0\n"
    "ip -6 addr add 2001:db8:9::1/64 dev br0\n"
    "ip -6 addr add ::5.6.7.8/96 dev ve1\n"
    "ip -6 addr add fec0::7/64 dev ve1\n"
    "ip -6 addr add fd00::1 peer fd00::2/64 dev ve2\n"
    "ip maddr add 01:00:5e:05:05:05 dev ve0\n"
    "} 2>/dev/null\n";

static const char *routes =
    "{\n"
    "ip route add default via 10.1.2.1 metric 100\n"
    "ip route add default via 10.1.2.2 metric 4294967295\n"
    "ip route add 172.16.0.0/12 via 10.1.2.9 mtu 1400\n"
    "ip route add 172.17.0.0/16 via 10.1.2.9 advmss 1360 window 8192 rtt 300\n"
    "ip route add 172.18.1.1 via 10.1.2.9 src 10.1.3.3\n"
    "ip route add unreachable 172.20.0.0/16\n"
    "ip route add blackhole 172.21.0.0/16 metric 7\n"
    "ip route add prohibit 172.22.1.1\n"
    "ip route add throw 172.23.0.0/16\n"
    "ip route add 172.24.0.0/16 nexthop via 10.1.2.10 weight 2 nexthop via 10.1.3.10\n"
    "ip route add 172.25.0.0/16 via 10.1.2.9 table 100\n"
    "ip route add 172.26.0.0/16 dev tun0 scope link\n"
    "ip route add 172.27.0.0/16 via inet6 fe80::99 dev ve0\n"
    "ip route add 172.28.0.0/16 via 10.1.2.9 tos 0x10\n"
    "ip route add multicast 224.5.5.0/24 dev ve0\n"
    "ip route add 224.0.0.0/4 dev ve1\n"
    "ip route add local 10.99.0.0/16 dev lo\n"
    "ip route add 0.0.0.0/1 via 10.1.2.5\n"
    "ip route add 128.0.0.0/1 via 10.1.2.5\n"
    "ip -6 route add default via 2001:db8::99 metric 77\n"
    "ip -6 route add 2001:db8:a::/48 via fe80::77 dev ve0 mtu 1280\n"
    "ip -6 route add 2001:db8:b::/48 from 2001:db8:c::/48 via 2001:db8::9 dev ve0\n"
    "ip -6 route add unreachable 2001:db8:d::/48\n"
    "ip -6 route add blackhole 2001:db8:e::1\n"
    "ip -6 route add prohibit 2001:db8:f::/48\n"
    "ip -6 route add 2001:db8:10::/48 nexthop via 2001:db8::9 nexthop via 2001:db8:5::9\n"
    "ip -6 route add 2001:db8:11::/48 via 2001:db8::9 table 100\n"
    "ip -6 route add 2001:db8:12::/48 via 2001:db8::9 expires 10000\n"
    "ip -6 route add 2001:db8:13::/48 dev ve1 pref high\n"
    "ip -6 route add ::ffff:0:0/96 dev lo\n"
    "} 2>/dev/null; true\n";

static void join(const char *group, const char *interface) {
    int fd = must(socket(AF_INET, SOCK_DGRAM, 0), "socket");
    struct ip_mreq request = { .imr_multiaddr = at(group, 0).sin_addr, .imr_interface = at(interface, 0).sin_addr };
    must(setsockopt(fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &request, sizeof request), group);
}

int main(void) {
    shell(names);
    shell(interfaces);
    shell(routes);
    join("239.1.2.3", "10.1.2.3");
    join("239.1.2.3", "10.1.3.3");
    join("224.0.0.251", "192.0.2.1");
    return hold();
}
