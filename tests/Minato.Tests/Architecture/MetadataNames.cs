using System.Reflection.Metadata;

namespace Minato.Tests.Architecture;

/// <summary>Names of types that are defined or referenced in metadata.</summary>
internal static class MetadataNames
{
    public static TypeName NameOf(this MetadataReader reader, TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        string name = reader.GetString(type.Name);
        return type.IsNested ? Nested(reader.NameOf(type.GetDeclaringType()), name) : new TypeName(reader.GetString(type.Namespace), name);
    }

    public static TypeName NameOf(this MetadataReader reader, TypeReferenceHandle handle)
    {
        TypeReference type = reader.GetTypeReference(handle);
        string name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? Nested(reader.NameOf((TypeReferenceHandle)type.ResolutionScope), name)
            : new TypeName(reader.GetString(type.Namespace), name);
    }

    private static TypeName Nested(TypeName outer, string name) => outer with { Name = outer.Name + "+" + name };
}
