using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CsCheck;
using Minato.Model;
using Minato.Model.Network;
using Minato.Statistics;
using Minato.Tests.Architecture;
using Minato.Tests.Sources;

namespace Minato.Tests.Statistics;

/// <summary>Files that break off, that garbage has got into, and that are of another kind (faults.md P7).</summary>
public sealed class NetworkDamageTests
{
    private static readonly string[] Names = ["route", "ipv6_route", "dev", "if_inet6", "igmp", "igmp6"];

    private static readonly string[] Releases = ["3.10", "4.19", "5.15", "6.1", "6.18"];

    private static string[] Kernels => [.. Releases.Select(release => Path.Combine(SourceTree.Root, "tests/Minato.Tests/Fixtures/Network/kernels", release))];

    [Theory]
    [InlineData(0, 4, 6, 3, 2, 3, 2)]
    [InlineData(1, 2, 5, 3, 3, 2, 2)]
    [InlineData(2, 5, 5, 4, 2, 3, 1)]
    [InlineData(3, 4, 4, 3, 2, 3, 1)]
    [InlineData(4, 22, 36, 10, 9, 10, 27)]
    public void Every_row_of_every_kernel_is_read(int kernel, int routes, int routes6, int interfaces, int addresses, int groups, int groups6)
    {
        string root = Kernels[kernel];
        int[] found = [.. Names.Select(name => Rows(root, name, out _).Count)];
        Assert.Equal([routes, routes6, interfaces, addresses, groups, groups6], found);
    }

    [Fact]
    public void Of_a_file_that_breaks_off_the_whole_lines_are_shown_and_the_last_is_counted() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 5], Gen.Double[0, 1]).Sample((kernel, file, place) =>
        {
            string text = Read(kernel, file);
            int end = (int)(text.Length * place);
            using FixtureRoot root = Root(file).With(Names[file], text[..end]);
            using FixtureRoot whole = Root(file).With(Names[file], text[..(text.AsSpan(0, end).LastIndexOf('\n') + 1)]);
            List<string> rows = Rows(root.Path, Names[file], out SocketReport report);
            Assert.Equal(Rows(whole.Path, Names[file], out _), rows, StringComparer.Ordinal);
            Assert.Equal(end == 0 || text[end - 1] == '\n' ? 0 : 1, report.DamagedRows);
        }, iter: 300);

    [Fact]
    public void Rows_survive_garbage_between_them_and_the_garbage_is_counted() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Select(Gen.Int[0, 40], Garbage).Array[1, 5]).Sample((kernel, file, garbage) =>
        {
            List<byte[]> lines = Lines(Read(kernel, file));
            int heading = file switch
            {
                0 => 1,
                2 => 2,
                _ => 0,
            };
            foreach ((int place, byte[] line) in garbage) lines.Insert(heading + place % (lines.Count - heading + 1), line);
            using FixtureRoot root = Root(file);
            File.WriteAllBytes(root.With(Names[file], "").Path + "/net/" + Names[file], [.. lines.SelectMany(line => line.Append((byte)'\n'))]);

            Assert.Equal(Rows(Kernels[kernel], Names[file], out _), Rows(root.Path, Names[file], out SocketReport report), StringComparer.Ordinal);
            Assert.Equal(garbage.Length, report.DamagedRows);
        }, iter: 300);

    [Fact]
    public void A_group_never_comes_to_another_interface_by_garbage() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[4, 5], Gen.Select(Gen.Int[0, 40], Garbage).Array[1, 5]).Sample((kernel, file, garbage) =>
        {
            List<byte[]> lines = Lines(Read(kernel, file));
            foreach ((int place, byte[] line) in garbage) lines[place % lines.Count] = line;
            using FixtureRoot root = Root(file);
            File.WriteAllBytes(root.With(Names[file], "").Path + "/net/" + Names[file], [.. lines.SelectMany(line => line.Append((byte)'\n'))]);

            Assert.Empty(Rows(root.Path, Names[file], out _).Except(Rows(Kernels[kernel], Names[file], out _), StringComparer.Ordinal));
        }, iter: 300);

    [Fact]
    public void A_file_of_another_kind_has_no_rows()
    {
        foreach (string kernel in Kernels)
        {
            foreach (string name in Names)
            {
                foreach (string other in Names.Where(other => other != name))
                {
                    using FixtureRoot root = Root(Array.IndexOf(Names, name)).With(name, File.ReadAllText(Path.Combine(kernel, "net", other)));
                    Assert.Empty(Rows(root.Path, name, out _));
                }
            }
        }
    }

    // Not a number and no blank at its start, so that it is no row of any table, and nothing that ends a line.
    private static Gen<byte[]> Garbage => Gen.Byte.Array[0, 200].Select(static bytes => (byte[])[(byte)'?', .. bytes.Where(value => value is not ((byte)'\n' or (byte)'|' or (byte)':'))]);

    private static string Read(int kernel, int file) => File.ReadAllText(Path.Combine(Kernels[kernel], "net", Names[file]));

    private static List<byte[]> Lines(string text) => [.. text.TrimEnd('\n').Split('\n').Select(Encoding.ASCII.GetBytes)];

    // Addresses are found by their interfaces.
    private static FixtureRoot Root(int file) => Names[file] == "if_inet6"
        ? new FixtureRoot().With("dev", string.Concat(Kernels.Select(kernel => File.ReadAllText(Path.Combine(kernel, "net", "dev")))))
        : new FixtureRoot();

    private static List<string> Rows(string root, string name, out SocketReport report)
    {
        RowNames rows = new();
        switch (name)
        {
            case "route": report = RouteSource.Read(root, IpFamilies.V4, rows); break;
            case "ipv6_route": report = RouteSource.Read(root, IpFamilies.V6, rows); break;
            case "igmp": report = GroupSource.Read(root, IpFamilies.V4, rows); break;
            case "igmp6": report = GroupSource.Read(root, IpFamilies.V6, rows); break;
            case "dev":
                foreach (InterfaceEntry entry in InterfaceSource.Read(root, IpFamilies.None, out report))
                    rows.Seen.Add($"{Encoding.UTF8.GetString(entry.Name)} {entry.Counters!.Value.ReceivedBytes} {entry.Counters.Value.SentCompressed}");
                break;
            default:
                foreach (InterfaceEntry entry in InterfaceSource.Read(root, IpFamilies.V6, out report))
                    rows.Seen.AddRange(entry.Addresses.Select(address => $"{Encoding.UTF8.GetString(entry.Name)} {address.Address.ToIPAddress()}/{address.PrefixLength}"));
                rows.Seen.Sort(StringComparer.Ordinal);
                break;
        }

        return rows.Seen;
    }

    private sealed class RowNames : IRouteConsumer, IGroupConsumer
    {
        public List<string> Seen { get; } = [];

        public bool Accept(in RouteEntry route)
        {
            Seen.Add($"{Encoding.UTF8.GetString(route.Interface)} {route.Destination.ToIPAddress()}/{route.PrefixLength} {route.Gateway.ToIPAddress()} {route.Metric} {route.Flags}");
            return true;
        }

        public bool Accept(in GroupEntry group)
        {
            Seen.Add($"{group.InterfaceIndex} {Encoding.UTF8.GetString(group.Interface)} {group.Group.ToIPAddress()} {group.Users}");
            return true;
        }
    }
}
