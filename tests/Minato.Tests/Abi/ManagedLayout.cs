using System;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Minato.Tests.Abi;

/// <summary>Sizes and offsets as the runtime lays them out, which is what code behind a pointer gets.</summary>
internal static class ManagedLayout
{
    public static int SizeOf(Type type)
    {
        if (type.IsPointer) return IntPtr.Size;
        MethodInfo sizeOf = typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type);
        return (int)sizeOf.Invoke(null, null)!;
    }

    public static int OffsetOf(FieldInfo field)
    {
        DynamicMethod offset = new("OffsetOf", typeof(int), Type.EmptyTypes, typeof(ManagedLayout).Module, skipVisibility: true);
        ILGenerator il = offset.GetILGenerator();
        il.DeclareLocal(field.DeclaringType!);
        il.Emit(OpCodes.Ldloca_S, (byte)0);
        il.Emit(OpCodes.Ldflda, field);
        il.Emit(OpCodes.Ldloca_S, (byte)0);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Conv_I4);
        il.Emit(OpCodes.Ret);
        return (int)offset.Invoke(null, null)!;
    }
}
