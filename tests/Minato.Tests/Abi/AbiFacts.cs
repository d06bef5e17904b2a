using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Minato.Interop;

namespace Minato.Tests.Abi;

/// <summary>Every fact that a type claims by its <see cref="NativeLayoutAttribute"/> or <see cref="NativeConstantsAttribute"/>.</summary>
internal static class AbiFacts
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Facts of the library's own types.</summary>
    public static IReadOnlyList<AbiFact> OfLibrary { get; } =
        [.. typeof(NativeLayoutAttribute).Assembly.GetTypes().SelectMany(Of).DistinctBy(fact => (fact.Expression, fact.Ours, fact.OnlyIf))];

    public static IEnumerable<AbiFact> Of(Type type)
    {
        if (type.GetCustomAttribute<NativeLayoutAttribute>() is { } layout) return Layout(type, layout);
        if (type.GetCustomAttribute<NativeConstantsAttribute>() is { } constants) return Constants(type, constants.Header);
        return [];
    }

    private static IEnumerable<AbiFact> Layout(Type type, NativeLayoutAttribute layout)
    {
        if (!layout.IsPrefix) yield return Fact($"sizeof({layout.CType})", ManagedLayout.SizeOf(type));
        string within = layout.Within is null ? "" : layout.Within + ".";
        foreach (FieldInfo field in type.GetFields(Instance).Where(field => field.GetCustomAttribute<NativeBitsAttribute>() is null))
        {
            yield return Fact($"offsetof({layout.CType}, {within}{field.Name})", ManagedLayout.OffsetOf(field));
            yield return Fact($"sizeof((({layout.CType} *)0)->{within}{field.Name})", ManagedLayout.SizeOf(field.FieldType));
        }

        AbiFact Fact(string expression, int ours) => new(layout.Header, expression, ours) { OnlyIf = layout.OnlyIf };
    }

    // A property is a constant that differs between architectures.
    private static IEnumerable<AbiFact> Constants(Type type, string header) => type.GetFields(Static)
        .Select(field => (field.Name, Value: field.GetValue(null)))
        .Concat(type.GetProperties(Static).Select(property => (property.Name, Value: property.GetValue(null))))
        .Select(constant => new AbiFact(header, constant.Name, Convert.ToDecimal(constant.Value, CultureInfo.InvariantCulture)));
}
