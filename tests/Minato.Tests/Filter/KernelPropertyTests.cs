using System;
using CsCheck;
using Minato.Filter;
using Minato.Filter.Kernel;
using Minato.Model;

namespace Minato.Tests.Filter;

/// <summary>The kernel's part of a filter and the filter itself, on random filters and random sockets.</summary>
public sealed class KernelPropertyTests
{
    private const int Samples = 5_000;

    [Fact]
    public void A_filter_of_ss_decides_in_native_places_exactly_what_its_program_decides() => Gen.Select(RandomFilters.Ss, RandomFilters.Row).Sample(
        static (filter, row) =>
        {
            SocketFilter read = Filters.Read(filter.Replace("localhost", "10.0.0.1", System.StringComparison.Ordinal), FilterGrammar.Ss);
            SocketFilter native = new(read.Expression, FilterGrammar.Native);

            // Beyond :65535 is a bound that the kernel's 16 bits cannot hold: its program leaves that question open.
            bool isOpen = filter.Contains(":65535", System.StringComparison.Ordinal);
            return Passes(native, in row) == KernelAccepts(native, in row) || (isOpen && KernelAccepts(native, in row));
        },
        iter: Samples);

    [Fact]
    public void Behind_ss_a_filter_decides_what_the_program_and_ss_itself_both_let_pass() => Gen.Select(RandomFilters.Ss, RandomFilters.Row).Sample(
        static (filter, row) =>
        {
            SocketFilter read = Filters.Read(filter, FilterGrammar.SsExact);
            return Passes(read, in row) == (KernelAccepts(read, in row) && PassesSs(read, in row));
        },
        iter: Samples);

    [Fact]
    public void The_kernel_s_part_is_never_narrower_than_the_filter() => Gen.Select(RandomFilters.Any, RandomFilters.Row).Sample(
        static (filter, row) =>
        {
            foreach (FilterGrammar grammar in new[] { FilterGrammar.Ss, FilterGrammar.Native })
            {
                SocketFilter read = new(Filters.Read(filter).Expression, grammar);
                if (!Passes(read, in row)) continue;
                for (KernelFilter? kernel = read.Kernel; kernel is not null; kernel = kernel.Weaker())
                {
                    if (!Accepts(kernel, in row)) return false;
                }
            }

            return true;
        },
        iter: Samples);

    [Fact]
    public void What_passes_with_owners_unknown_is_never_less_than_what_passes() => Gen.Select(RandomFilters.Any, RandomFilters.Row).Sample(
        static (filter, row) =>
        {
            SocketFilter read = Filters.Read($"( {filter} ) or ( pid = 5 and ! {(filter.Length % 2 == 0 ? "proc = x" : "autobound")} )");
            SocketBatch batch = new([row], null, null);
            return !read.Matches(in row, in batch) || read.MayMatch(in row, in batch);
        },
        iter: Samples / 4);

    [Fact]
    public void Every_program_is_valid_and_is_the_same_after_it_was_taken_apart() => RandomFilters.Any.Sample(
        static filter =>
        {
            for (KernelFilter? kernel = Filters.Read(filter).Kernel; kernel is not null; kernel = kernel.Weaker())
            {
                if (kernel.Program.IsEmpty) continue;
                if (!KernelVerifier.IsValid(kernel.Program.Span)) return false;
                if (KernelDisassembler.Disassemble(kernel.Program.Span) is not { } instructions) return false;
                if (!KernelAssembler.Write(instructions).AsSpan().SequenceEqual(kernel.Program.Span)) return false;
            }

            return true;
        },
        iter: Samples);

    [Fact]
    public void A_filter_s_text_reads_back_as_the_same_filter() => Gen.Select(RandomFilters.Any, RandomFilters.Row).Sample(
        static (filter, row) =>
        {
            SocketFilter read = Filters.Read(filter);
            SocketFilter again = Filters.Read(read.Text);
            return again.Text == read.Text && Passes(again, in row) == Passes(read, in row);
        },
        iter: Samples);

    [Fact]
    public void Ss_reads_a_filter_as_minato_does() => Gen.Select(RandomFilters.Device, RandomFilters.Row).Sample(
        static (filter, row) =>
        {
            SocketFilter exact = Filters.Read(filter, FilterGrammar.SsExact);
            SocketFilter own = Filters.Read(filter, FilterGrammar.Ss);
            return exact.Text == own.Text && Passes(exact, in row) == Passes(own, in row);
        },
        iter: Samples);

    private static bool Passes(SocketFilter filter, in SocketEntry row)
    {
        SocketBatch batch = new([row], null, null);
        return filter.Matches(in row, in batch);
    }

    private static bool PassesSs(SocketFilter filter, in SocketEntry row)
    {
        SocketBatch batch = new([row], null, null);
        return filter.PassesSs(in row, in batch);
    }

    private static bool KernelAccepts(SocketFilter filter, in SocketEntry row) => filter.Kernel is not { } kernel || Accepts(kernel, in row);

    private static bool Accepts(KernelFilter kernel, in SocketEntry row) =>
        (kernel.LocalPort == 0 || kernel.LocalPort == row.Local.Port)
        && (kernel.PeerPort == 0 || kernel.PeerPort == row.Peer.Port)
        && KernelMachine.Accepts(kernel.Program.Span, RandomFilters.Seen(in row));
}
