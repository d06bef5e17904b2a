namespace Minato.Naming;

/// <summary>A query that is under way.</summary>
internal struct PtrQuestion
{
    public HostAddress Address;
    public ushort Id;

    /// <summary>The server asked last; its answer is awaited until <see cref="Due"/>.</summary>
    public int Server;

    /// <summary>Every server asked so far, a bit each: a late answer of the first is as good.</summary>
    public int Asked;

    /// <summary>In milliseconds of the run's clock.</summary>
    public long Due;

    public bool IsRetry;
}
