namespace Minato.Rendering.Netstat;

/// <summary>A column of a socket table as data.</summary>
/// <param name="cell">What it holds.</param>
/// <param name="title">Its heading as it is printed, with the blanks in front and behind.</param>
/// <param name="gap">Blanks before each cell.</param>
/// <param name="width">Shorter text is padded to this.</param>
/// <param name="align">On which side it is padded.</param>
internal readonly struct NetstatColumn(NetstatCell cell, string title, byte gap = 0, byte width = 0, NetstatAlign align = NetstatAlign.Left)
{
    public NetstatCell Cell { get; } = cell;

    public string Title { get; } = title;

    public byte Gap { get; } = gap;

    public byte Width { get; } = width;

    public NetstatAlign Align { get; } = align;

    /// <summary>Whether longer text is cut at <see cref="Width"/> instead of pushing what follows.</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether a left-aligned text is padded even at the end of a row, where the layout pads none.</summary>
    public bool IsAlwaysPadded { get; init; }

    /// <summary>The same column with its heading as wide as its cells, for one that others follow.</summary>
    public NetstatColumn Padded() => new(Cell, Title.PadRight(Gap + Width), Gap, Width, Align) { IsCut = IsCut, IsAlwaysPadded = IsAlwaysPadded };
}

/// <summary>Where a cell's text stands.</summary>
internal enum NetstatAlign : byte
{
    /// <summary>At the left, padded on the right.</summary>
    Left,

    /// <summary>At the right, padded on the left.</summary>
    Right,
}
