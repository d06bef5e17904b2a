using System;
using Minato.Model;
using Minato.States;

namespace Minato.Rendering.Ss;

/// <summary>
/// Tells associations of SCTP from their endpoints, as ss does: they come after their endpoint and have its inode. Their
/// states have numbers of their own.
/// </summary>
internal struct SctpRows(StateDialect dialect)
{
    private ulong _endpoint;

    /// <summary>The word for the state of a row of SCTP; to be asked once for each, in their order.</summary>
    public ReadOnlySpan<byte> State(in SocketEntry row, out bool isAssociation)
    {
        isAssociation = row.Inode != 0 && row.Inode == _endpoint;
        _endpoint = row.Inode;
        return isAssociation ? StateVocabulary.SctpAssociation(dialect, (int)row.State) : StateVocabulary.Word(dialect, (int)row.State);
    }
}
