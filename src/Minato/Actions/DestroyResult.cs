namespace Minato.Actions;

/// <summary>What became of the wish to close a socket.</summary>
internal enum DestroyResult : byte
{
    /// <summary>The kernel closed it.</summary>
    Closed,

    /// <summary>It is not there any more, or another has its addresses now.</summary>
    Gone,

    /// <summary>The kernel cannot close sockets of this kind.</summary>
    Unsupported,

    /// <summary>It was listed without a cookie: it cannot be told from what has its addresses by now, and is left alone.</summary>
    Nameless,

    /// <summary>The kernel refuses.</summary>
    Refused,
}
