using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Minato.Rendering.Ss;

namespace Minato.Tests.Architecture;

/// <summary>What a release of ss does otherwise is asked by what it is, never by which release it is: SsRelease alone knows that.</summary>
public sealed class ReleaseTests
{
    private static readonly string Record = typeof(SsRelease).FullName!;

    // Which release it is, and whether it is a certain one.
    private static readonly string[] Telling = ["get_Name", "get_V6_1", "get_V6_15", "get_V7_3", "op_Equality", "op_Inequality", "Equals", "ToString"];

    [Fact]
    public void Nothing_but_the_record_of_releases_compares_them() =>
        Findings.None([.. Uses("Minato.dll", isInside: false), .. Uses("Minato.Cli.dll", isInside: false)]);

    [Fact]
    public void The_record_itself_would_be_found() => Assert.NotEmpty(Uses("Minato.dll", isInside: true));

    private static List<string> Uses(string assembly, bool isInside)
    {
        using PEReader image = new(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly)));
        MetadataReader reader = image.GetMetadataReader();
        List<string> found = [];
        foreach (MethodDefinition method in reader.MethodDefinitions.Select(reader.GetMethodDefinition))
        {
            if (method.RelativeVirtualAddress == 0 || Owner(reader, method).StartsWith(Record, StringComparison.Ordinal) != isInside) continue;
            found.AddRange(
                from token in IlTokens.In(image.GetMethodBody(method.RelativeVirtualAddress))
                let member = Member(reader, token)
                where member is not null && Telling.Contains(member, StringComparer.Ordinal)
                select $"{Owner(reader, method)}.{reader.GetString(method.Name)} asks {member} of SsRelease");
        }

        return found;
    }

    // The name of the member of SsRelease that the token stands for.
    private static string? Member(MetadataReader reader, EntityHandle token)
    {
        switch (token.Kind)
        {
            case HandleKind.MethodDefinition:
                MethodDefinition method = reader.GetMethodDefinition((MethodDefinitionHandle)token);
                return Owner(reader, method) == Record ? reader.GetString(method.Name) : null;
            case HandleKind.MemberReference:
                MemberReference member = reader.GetMemberReference((MemberReferenceHandle)token);
                return member.Parent.Kind == HandleKind.TypeReference && reader.NameOf((TypeReferenceHandle)member.Parent).FullName == Record
                    ? reader.GetString(member.Name)
                    : null;
            default:
                return null;
        }
    }

    private static string Owner(MetadataReader reader, MethodDefinition method) => reader.NameOf(method.GetDeclaringType()).FullName;
}
