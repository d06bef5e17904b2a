namespace Minato.Reading;

/// <summary>How the characters of an input are stored.</summary>
internal enum TextEncoding : byte
{
    /// <summary>One that keeps ASCII: UTF-8, or a code page of a Windows console, which words tell apart.</summary>
    Bytes,

    /// <summary>UTF-8 with its mark.</summary>
    Utf8,

    /// <summary>Two bytes a unit, the low one first: what PowerShell's <c>&gt;</c> writes.</summary>
    Utf16Little,

    /// <summary>Two bytes a unit, the high one first.</summary>
    Utf16Big,
}
