namespace Minato.Sources.Linux.Connections;

/// <summary>Runs that read the table of connections stretch by stretch; tests give others than the kernel's.</summary>
internal interface IConnectionTable
{
    /// <summary>The memory for a thread's runs.</summary>
    ConnectionWindow Window(int number);

    /// <summary>Reads from where the window's head says, and tells there how far it came. 0, or an error number.</summary>
    int Run(ConnectionWindow window);
}

/// <summary>Opens the table. Null when it is open, or why it is not, with the verifier's own words when those are wanted.</summary>
internal delegate string? OpenConnectionTable(bool explains, out IConnectionTable? table);
