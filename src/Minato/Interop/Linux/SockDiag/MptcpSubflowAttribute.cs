namespace Minato.Interop.Linux.SockDiag;

/// <summary>Attributes by which a path of an MPTCP connection tells about itself.</summary>
[NativeConstants("linux/mptcp.h")]
internal static class MptcpSubflowAttribute
{
    public const ushort MPTCP_SUBFLOW_ATTR_TOKEN_REM = 1;
    public const ushort MPTCP_SUBFLOW_ATTR_TOKEN_LOC = 2;
    public const ushort MPTCP_SUBFLOW_ATTR_MAP_SEQ = 4;
    public const ushort MPTCP_SUBFLOW_ATTR_MAP_SFSEQ = 5;
    public const ushort MPTCP_SUBFLOW_ATTR_SSN_OFFSET = 6;
    public const ushort MPTCP_SUBFLOW_ATTR_MAP_DATALEN = 7;
    public const ushort MPTCP_SUBFLOW_ATTR_FLAGS = 8;
    public const ushort MPTCP_SUBFLOW_ATTR_ID_REM = 9;
    public const ushort MPTCP_SUBFLOW_ATTR_ID_LOC = 10;
}
