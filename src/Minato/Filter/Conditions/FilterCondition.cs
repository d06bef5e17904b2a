using System.Text;
using Minato.Filter.Kernel;
using Minato.Model;

namespace Minato.Filter.Conditions;

/// <summary>
/// How closely a condition looks. ss lets the kernel filter and then filters again itself; the two agree but for corners,
/// and a socket is shown when both let it pass.
/// </summary>
internal enum FilterReading : byte
{
    /// <summary>As the kernel's program decides: an address of another family is never meant.</summary>
    Kernel,

    /// <summary>As ss decides by itself: the bits of addresses are compared whatever their family.</summary>
    Ss,
}

/// <summary>One condition of a filter. The list of its kinds is closed: what stands in this folder.</summary>
internal abstract class FilterCondition
{
    /// <summary>Fields of a row that it reads.</summary>
    public virtual SocketFields Fields => SocketFields.None;

    /// <summary>Whether it asks for the processes that hold a socket.</summary>
    public virtual bool NeedsOwners => false;

    /// <summary>Whether the two readings may differ.</summary>
    public virtual bool HasTwoReadings => false;

    /// <summary>The states that pass; all when the condition is about something else.</summary>
    public virtual StateSet? States => null;

    /// <summary>Whether the row passes.</summary>
    public abstract bool Test(in SocketEntry row, in SocketBatch batch, FilterReading reading);

    /// <summary>The same question to the kernel, or null when it cannot answer it.</summary>
    public virtual KernelCondition? ToKernel() => null;

    /// <summary>Writes the condition as a filter has it.</summary>
    public abstract void AppendTo(StringBuilder text);
}
