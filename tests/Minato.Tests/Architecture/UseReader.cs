using System.Collections.Generic;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Minato.Tests.Architecture;

/// <summary>Finds every type that a type uses: in its heading, its members' signatures, their attributes and their code.</summary>
internal sealed class UseReader(PEReader image, MetadataReader reader)
{
    public IEnumerable<Use> Of(TypeDefinition type) =>
        Heading(type).Select(used => new Use("", used))
            .Concat(type.GetFields().Select(reader.GetFieldDefinition).SelectMany(Field))
            .Concat(type.GetProperties().Select(reader.GetPropertyDefinition).SelectMany(Property))
            .Concat(type.GetEvents().Select(reader.GetEventDefinition).SelectMany(Event))
            .Concat(type.GetMethods().Select(reader.GetMethodDefinition).SelectMany(Method));

    public IEnumerable<TypeName> Attributes(CustomAttributeHandleCollection attributes) =>
        attributes.SelectMany(handle => Types(reader.GetCustomAttribute(handle).Constructor));

    /// <summary>The types behind a token: a type, a member with its signature, or a signature of its own.</summary>
    public IEnumerable<TypeName> Types(EntityHandle token)
    {
        switch (token.Kind)
        {
            case HandleKind.TypeDefinition when !token.IsNil:
                return [reader.NameOf((TypeDefinitionHandle)token)];
            case HandleKind.TypeReference:
                return [reader.NameOf((TypeReferenceHandle)token)];
            case HandleKind.TypeSpecification:
                return reader.GetTypeSpecification((TypeSpecificationHandle)token).DecodeSignature(SignatureTypes.Provider, null);
            case HandleKind.FieldDefinition:
                FieldDefinition field = reader.GetFieldDefinition((FieldDefinitionHandle)token);
                return [reader.NameOf(field.GetDeclaringType()), .. field.DecodeSignature(SignatureTypes.Provider, null)];
            case HandleKind.MethodDefinition:
                MethodDefinition method = reader.GetMethodDefinition((MethodDefinitionHandle)token);
                return [reader.NameOf(method.GetDeclaringType()), .. Signature(method)];
            case HandleKind.MethodSpecification:
                MethodSpecification generic = reader.GetMethodSpecification((MethodSpecificationHandle)token);
                return Types(generic.Method)
                    .Concat(generic.DecodeSignature(SignatureTypes.Provider, null).SelectMany(argument => argument));
            case HandleKind.MemberReference:
                return Member(reader.GetMemberReference((MemberReferenceHandle)token));
            case HandleKind.StandaloneSignature:
                return Standalone(reader.GetStandaloneSignature((StandaloneSignatureHandle)token));
            default:
                return [];
        }
    }

    private IEnumerable<TypeName> Heading(TypeDefinition type) =>
        Types(type.BaseType)
            .Concat(type.GetInterfaceImplementations().SelectMany(handle => Types(reader.GetInterfaceImplementation(handle).Interface)))
            .Concat(Constraints(type.GetGenericParameters()))
            .Concat(Attributes(type.GetCustomAttributes()));

    private IEnumerable<Use> Field(FieldDefinition field) =>
        Uses(field.Name, field.DecodeSignature(SignatureTypes.Provider, null).Concat(Attributes(field.GetCustomAttributes())));

    // Types of properties and events come with their accessors.
    private IEnumerable<Use> Property(PropertyDefinition property) => Uses(property.Name, Attributes(property.GetCustomAttributes()));

    private IEnumerable<Use> Event(EventDefinition definition) => Uses(definition.Name, Attributes(definition.GetCustomAttributes()));

    private IEnumerable<Use> Method(MethodDefinition method)
    {
        IEnumerable<TypeName> outside = Signature(method)
            .Concat(Constraints(method.GetGenericParameters()))
            .Concat(Attributes(method.GetCustomAttributes()))
            .Concat(method.GetParameters().SelectMany(handle => Attributes(reader.GetParameter(handle).GetCustomAttributes())));
        return Uses(method.Name, method.RelativeVirtualAddress == 0 ? outside : outside.Concat(Code(method)));
    }

    private IEnumerable<TypeName> Code(MethodDefinition method)
    {
        MethodBodyBlock body = image.GetMethodBody(method.RelativeVirtualAddress);
        return IlTokens.In(body)
            .Append(body.LocalSignature)
            .Concat(body.ExceptionRegions.Select(region => region.CatchType))
            .Where(token => !token.IsNil)
            .SelectMany(Types);
    }

    private IEnumerable<TypeName> Constraints(GenericParameterHandleCollection parameters) =>
        parameters.SelectMany(parameter => reader.GetGenericParameter(parameter).GetConstraints())
            .SelectMany(constraint => Types(reader.GetGenericParameterConstraint(constraint).Type));

    private IEnumerable<TypeName> Member(MemberReference member) => Types(member.Parent).Concat(
        member.GetKind() == MemberReferenceKind.Field
            ? member.DecodeFieldSignature(SignatureTypes.Provider, null)
            : SignatureTypes.Of(member.DecodeMethodSignature(SignatureTypes.Provider, null)));

    private static IEnumerable<TypeName> Standalone(StandaloneSignature signature) =>
        signature.GetKind() == StandaloneSignatureKind.LocalVariables
            ? signature.DecodeLocalSignature(SignatureTypes.Provider, null).SelectMany(local => local)
            : SignatureTypes.Of(signature.DecodeMethodSignature(SignatureTypes.Provider, null));

    private static IEnumerable<TypeName> Signature(MethodDefinition method) =>
        SignatureTypes.Of(method.DecodeSignature(SignatureTypes.Provider, null));

    private IEnumerable<Use> Uses(StringHandle member, IEnumerable<TypeName> types) =>
        types.Select(used => new Use(reader.GetString(member), used));
}
