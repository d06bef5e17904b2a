using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Minato.Reading;

/// <summary>Memory of the system, which the limit of the managed heap does not see; given back with its owner.</summary>
internal sealed unsafe class NativePiece : SafeHandleZeroOrMinusOneIsInvalid
{
    public NativePiece(nuint size)
        : base(ownsHandle: true) => SetHandle((nint)NativeMemory.Alloc(size));

    public nint Start => handle;

    protected override bool ReleaseHandle()
    {
        NativeMemory.Free((void*)handle);
        return true;
    }
}
