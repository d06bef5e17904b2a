using Minato.Model;

namespace Minato.Sources;

/// <summary>One facility of an operating system that lists sockets.</summary>
internal interface ISocketSource
{
    Provenance Provenance { get; }

    /// <summary>Appends a table's rows. When it refuses, no row was appended.</summary>
    TableOutcome Append(in TableRequest request, RowBuffer rows);
}
