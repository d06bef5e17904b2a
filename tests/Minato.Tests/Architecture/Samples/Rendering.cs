using System;
using System.Globalization;

namespace Minato.Tests.Architecture.Samples.Rendering;

internal class Sheet
{
    internal static readonly int Width = 80;

    internal static int Rows() => 24;

    internal static string Localized() => 1.ToString(CultureInfo.CurrentCulture);
}

internal interface IPrinted;

internal sealed class PrintException : Exception;

[AttributeUsage(AttributeTargets.All)]
internal sealed class PrintedAttribute : Attribute;
