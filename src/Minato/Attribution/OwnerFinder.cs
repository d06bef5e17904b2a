using Minato.Attribution.Descriptors;
using Minato.Interop.Linux;
using Minato.KernelPrograms;
using Minato.Model;

namespace Minato.Attribution;

/// <summary>Finds owners the faster way that works: the same answer by either, and what it was told.</summary>
internal sealed class OwnerFinder(OwnerQuestion question)
{
    // Reading so many descriptors by the iterator takes as long as the faster program needs to be set up.
    private const int WorthTables = 6_000;

    private string _reason = "";
    private string _log = "";
    private string _tables = "";

    /// <summary>Which way was gone.</summary>
    public Provenance Provenance { get; private set; }

    /// <summary>What kept the search from seeing all owners, or null when nothing did.</summary>
    public Unavailable? Unavailable { get; private set; }

    /// <summary>That the iterator was insisted on and could not serve, or null.</summary>
    public Unavailable? Unserved => question.Preference == OwnerPreference.Bpf && Provenance == Provenance.ProcFd
        ? new Unavailable("owners by BPF", _reason + "; /proc was read instead", null)
        : null;

    /// <summary>Which way was gone and why, and what the kernel's verifier said when it refused and was asked.</summary>
    public string[] Describe()
    {
        if (Provenance == Provenance.BpfDescriptors) return ["owners by a BPF program"];
        if (Provenance == Provenance.BpfTaskFile) return ("owners by the kernel's iterator, not by a faster BPF program: " + _tables).Split('\n');
        string way = "owners from /proc, not by a BPF program: " + _reason;
        return _log.Length == 0 ? [way] : (way + "\n" + _log).Split('\n');
    }

    /// <param name="wanted">The sockets whose owners are asked; null asks for all.</param>
    public OwnerIndex Find(WantedInodes? wanted)
    {
        OwnerIndex owners = Search(wanted);

        // The kernel's programs tell command names: which program it was started as is in /proc, a file for each process.
        if (question.Naming == OwnerNaming.Program && Provenance != Provenance.ProcFd) owners.NamePrograms(question.ProcRoot);
        owners.GivesFirst = question.Search == OwnerSearch.First;
        return owners;
    }

    private OwnerIndex Search(WantedInodes? wanted)
    {
        string? reason = OwnerChoice.WhyProc(in question, out int openFiles);
        if (reason is null)
        {
            if (TryTables(wanted, openFiles) is { } read) return read;
            TaskFileWalk iterator = new(question.Search, wanted, wanted is null ? openFiles : 0);
            if (iterator.Run(KernelTypes.OfThisMachine(), question.Explains) is { } found)
            {
                Provenance = Provenance.BpfTaskFile;
                return found;
            }

            reason = iterator.Refusal;
            _log = iterator.Log;
        }

        Provenance = Provenance.ProcFd;
        _reason = reason;
        ProcWalk walk = new(question.ProcRoot, question.Search, question.Naming, wanted, question.Details);
        OwnerIndex owners = walk.Run();
        Unavailable = walk.Describe();
        return owners;
    }

    // The fastest way, which needs a kernel of 2024, and the longest to set up: the kernel looks for the name of each of its
    // functions that the program calls among all of its types (BENCH tlnp-idle).
    private OwnerIndex? TryTables(WantedInodes? wanted, int openFiles)
    {
        if (openFiles < WorthTables)
        {
            _tables = "few files are open: " + openFiles;
            return null;
        }

        string? refusal = DescriptorTable.Open(KernelTypes.OfThisMachine(), question.Explains, out DescriptorTable? table);
        using (table)
        {
            int errno = 0;
            OwnerIndex? owners = table is null ? null : new DescriptorWalk(table, question.Search, wanted).Run(question.ProcRoot, out errno);
            if (owners is null) _tables = refusal ?? ErrnoText.Of(errno);
            else Provenance = Provenance.BpfDescriptors;
            return owners;
        }
    }
}
