using System;

namespace Minato.Tests.Live;

/// <summary>
/// Every command that the lesson gives, typed whole, through each front door, on the machine of Scenes/lesson.c: those for
/// Linux here, those for Windows and for a Mac beside it.
/// </summary>
public sealed partial class LessonTests(LessonScene scene) : LessonSceneTest(scene)
{
    private const string WaitingPorts = """
        udp UNCONN 0 0 127.0.0.1:53 0.0.0.0:*
        udp UNCONN 0 0 0.0.0.0:68 0.0.0.0:*
        udp UNCONN 0 0 *:5353 *:*
        tcp LISTEN 0 128 0.0.0.0:22 0.0.0.0:*
        tcp LISTEN 0 128 192.168.1.10:22 0.0.0.0:*
        tcp LISTEN 0 128 0.0.0.0:80 0.0.0.0:*
        tcp LISTEN 0 128 0.0.0.0:443 0.0.0.0:*
        tcp LISTEN 0 128 127.0.0.1:3306 0.0.0.0:*
        tcp LISTEN 1 128 0.0.0.0:8080 0.0.0.0:*
        tcp LISTEN 0 128 *:3000 *:*
        tcp LISTEN 0 128 [::1]:631 [::]:*
        """;

    private const string OpenConnections = """
        ESTABLISHED 0 0 192.168.1.10:22 192.168.1.100:54321
        ESTABLISHED 7 0 192.168.1.10:22 203.0.113.50:54321
        ESTABLISHED 0 0 192.168.1.10:443 203.0.113.50:45678
        ESTABLISHED 0 0 192.168.1.10:8080 203.0.113.50:48080
        ESTABLISHED 0 0 [::1]:631 [::1]:50631
        ESTABLISHED 0 0 [::1]:50631 [::1]:631
        """;

    private const string TcpSockets = OpenConnections + "\n" + """
        LISTEN 0 128 0.0.0.0:22 0.0.0.0:*
        LISTEN 0 128 192.168.1.10:22 0.0.0.0:*
        LISTEN 0 128 0.0.0.0:80 0.0.0.0:*
        LISTEN 0 128 0.0.0.0:443 0.0.0.0:*
        LISTEN 0 128 127.0.0.1:3306 0.0.0.0:*
        LISTEN 1 128 0.0.0.0:8080 0.0.0.0:*
        LISTEN 0 128 *:3000 *:*
        LISTEN 0 128 [::1]:631 [::]:*
        TIME_WAIT 0 0 192.168.1.10:80 203.0.113.60:34567
        CLOSE_WAIT 1 0 192.168.1.10:443 203.0.113.50:45680
        SYN_SENT 0 1 192.168.1.10:48000 203.0.113.99:443
        SYN_RECV 0 0 192.168.1.10:443 203.0.113.70:40001
        FIN_WAIT2 0 0 192.168.1.10:80 203.0.113.60:34570
        """;

    public static TheoryData<FrontDoor> Doors => [FrontDoor.Link, FrontDoor.Shell, FrontDoor.Verb];

    [Theory, MemberData(nameof(Doors))]
    public void ss_tuln_lists_the_ports_that_wait(FrontDoor door)
    {
        var lines = Type(door, "ss -tuln");

        Assert.Equal("Netid State Recv-Q Send-Q Local Address:Port Peer Address:Port", Rows.Words(lines[0]));
        Rows.AreExactly(WaitingPorts, lines[1..]);
    }

    [Theory, MemberData(nameof(Doors))]
    public void ss_tan_shows_every_state_that_the_lesson_explains(FrontDoor door)
    {
        var lines = Type(door, "ss -tan");

        Assert.Equal("State Recv-Q Send-Q Local Address:Port Peer Address:Port", Rows.Words(lines[0]));
        Rows.AreExactly(TcpSockets, lines[1..]);
    }

    [Theory, MemberData(nameof(Doors))]
    public void sudo_ss_tulnp_adds_who_holds_each_port(FrontDoor door)
    {
        var lines = Type(door, "sudo ss -tulnp");

        Assert.Equal("Netid State Recv-Q Send-Q Local Address:Port Peer Address:Port Process", Rows.Words(lines[0]));
        string[] owners =
        [
            User("dnsmasq", 21), User("avahi-daemon", 21), User("avahi-daemon", 22), User("sshd", 21), User("sshd", 22),
            User("nginx", 21), User("nginx", 22), User("mysqld", 21), User("java", 21), User("node", 21), User("cupsd", 21),
        ];
        var rows = WaitingPorts.Split('\n');
        for (var i = 0; i < rows.Length; i++)
            rows[i] += " " + owners[i];
        Rows.AreExactly(rows, lines[1..]);
    }

    [Theory, MemberData(nameof(Doors))]
    public void Scenario_1_finds_the_web_server_and_8080_too(FrontDoor door) =>
        // The lesson's pattern is the beginning of 8080 as well: the word after the port ends it (`grep ':80 '`).
        Rows.AreExactly(
            """
            LISTEN 0 128 0.0.0.0:80 0.0.0.0:*
            LISTEN 1 128 0.0.0.0:8080 0.0.0.0:*
            """,
            Type(door, "ss -tln | grep :80"));

    [Theory, MemberData(nameof(Doors))]
    public void A_blank_after_the_port_makes_scenario_1_exact(FrontDoor door) =>
        Rows.AreExactly("LISTEN 0 128 0.0.0.0:80 0.0.0.0:*", Type(door, "ss -tln | grep ':80 '"));

    [Theory, MemberData(nameof(Doors))]
    public void Scenario_2_names_the_process_on_port_3000(FrontDoor door) =>
        Rows.AreExactly(
            """tcp LISTEN 0 128 *:3000 *:* users:(("node",pid=12345,fd=21))""",
            Type(door, "sudo ss -tulnp | grep :3000"));

    [Theory, MemberData(nameof(Doors))]
    public void Scenario_3_keeps_the_established_connections(FrontDoor door) =>
        Rows.AreExactly(OpenConnections, Type(door, "ss -tan | grep ESTABLISHED"));

    [Theory, MemberData(nameof(Doors))]
    public void Check_1_shows_a_port_that_nobody_needs(FrontDoor door) =>
        Rows.Include("tcp LISTEN 1 128 0.0.0.0:8080 0.0.0.0:*", Type(door, "ss -tuln"));

    [Theory, MemberData(nameof(Doors))]
    public void Check_2_shows_a_connection_from_outside(FrontDoor door) =>
        Rows.Include("ESTABLISHED 0 0 192.168.1.10:443 203.0.113.50:45678", Type(door, "ss -tan"));

    [Theory, MemberData(nameof(Doors))]
    public void Check_3_shows_a_process_that_should_hold_no_port(FrontDoor door) =>
        Rows.Include("tcp LISTEN 1 128 0.0.0.0:8080 0.0.0.0:* " + User("java", 21), Type(door, "sudo ss -tulnp"));

    [Theory, MemberData(nameof(Doors))]
    public void A_database_on_loopback_is_told_from_one_on_all_interfaces(FrontDoor door) =>
        Rows.AreExactly("LISTEN 0 128 127.0.0.1:3306 0.0.0.0:*", Type(door, "ss -tln | grep :3306"));

    [Theory, MemberData(nameof(Doors))]
    public void netstat_an_lists_all_that_is_open(FrontDoor door)
    {
        var lines = Type(door, "netstat -an");
        var unix = Array.FindIndex(lines, line => line.StartsWith("Active UNIX", StringComparison.Ordinal));

        Assert.Equal("Active Internet connections (servers and established)", lines[0]);
        Assert.Equal("Proto Recv-Q Send-Q Local Address Foreign Address State", Rows.Words(lines[1]));
        Rows.AreExactly(NetstatRows.Internet, lines[2..unix]);
        Assert.Equal("Active UNIX domain sockets (servers and established)", lines[unix]);
        Assert.Equal("Proto RefCnt Flags Type State I-Node Path", Rows.Words(lines[unix + 1]));
        Rows.AreExactly(NetstatRows.Unix, Array.ConvertAll(lines[(unix + 2)..], NetstatRows.WithoutInode));
    }

    [Theory, MemberData(nameof(Doors))]
    public void netstat_an_with_grep_keeps_the_established_connections(FrontDoor door) =>
        Rows.AreExactly(NetstatRows.Established, Type(door, "netstat -an | grep ESTABLISHED"));

    private string[] Type(FrontDoor door, string line) => Sandbox.Type(door, line).Succeeded().Lines;

    private string User(string name, int descriptor) => $"users:((\"{name}\",pid={Sandbox.Pid(name)},fd={descriptor}))";
}
