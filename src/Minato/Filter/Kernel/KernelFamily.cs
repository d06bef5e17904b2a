namespace Minato.Filter.Kernel;

/// <summary>Families as they stand in a program (sys/socket.h).</summary>
internal static class KernelFamily
{
    public const byte AfUnspec = 0;
    public const byte AfInet = 2;
    public const byte AfInet6 = 10;
}
