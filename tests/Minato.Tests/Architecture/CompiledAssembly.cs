using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Minato.Tests.Architecture;

/// <summary>An assembly file as the compiler left it, read without loading it.</summary>
internal sealed class CompiledAssembly
{
    private CompiledAssembly(IReadOnlyList<CompiledType> types, IReadOnlyList<string> references)
    {
        Types = types;
        References = references;
    }

    public static CompiledAssembly Library { get; } = Read("Minato.dll");

    public static CompiledAssembly Command { get; } = Read("Minato.Cli.dll");

    public static CompiledAssembly Tests { get; } = Read("Minato.Tests.dll");

    public IReadOnlyList<CompiledType> Types { get; }

    /// <summary>Names of the assemblies that it needs.</summary>
    public IReadOnlyList<string> References { get; }

    private static CompiledAssembly Read(string file)
    {
        using PEReader image = new(File.OpenRead(Path.Combine(AppContext.BaseDirectory, file)));
        MetadataReader reader = image.GetMetadataReader();
        UseReader uses = new(image, reader);
        return new CompiledAssembly(
            [.. reader.TypeDefinitions.Select(handle => Describe(reader, uses, handle))],
            [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))]);
    }

    private static CompiledType Describe(MetadataReader reader, UseReader uses, TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        TypeName name = reader.NameOf(handle);
        TypeName[] bases = [.. uses.Types(type.BaseType)];
        TypeName[] attributes = [.. uses.Attributes(type.GetCustomAttributes())];
        MethodDefinition[] methods = [.. type.GetMethods().Select(reader.GetMethodDefinition)];
        return new CompiledType(name, [.. uses.Of(type).Distinct()])
        {
            IsValueType = bases.Any(b => b.FullName is "System.ValueType" or "System.Enum"),
            IsRecord = methods.Any(m => reader.GetString(m.Name) == "<Clone>$"),
            IsCompilerGenerated = name.Name.StartsWith('<') || attributes.Any(a => a.Name == "CompilerGeneratedAttribute"),
            HoldsNativeConstants = attributes.Any(a => a.Name == "NativeConstantsAttribute"),
            NativeImports =
            [
                .. methods.Where(m => m.Attributes.HasFlag(MethodAttributes.PinvokeImpl)).Select(m => reader.GetString(m.GetImport().Name)),
            ],
        };
    }
}
