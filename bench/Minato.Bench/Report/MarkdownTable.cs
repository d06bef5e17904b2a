using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Minato.Bench.Report;

/// <summary>A Markdown table that also reads well as plain text: columns are padded to their widest cell.</summary>
internal sealed class MarkdownTable(params string[] headers)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells)
    {
        if (cells.Length != headers.Length)
            throw new ArgumentException("A row has as many cells as the table has columns.", nameof(cells));
        // A bar would end the cell and a line break the row.
        _rows.Add([.. cells.Select(static cell => cell.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" "))]);
    }

    public override string ToString()
    {
        var widths = headers.Select((header, i) => Math.Max(3, _rows.Select(row => row[i].Length).Append(header.Length).Max())).ToArray();
        var text = new StringBuilder();
        AppendRow(text, headers, widths);
        AppendRow(text, [.. widths.Select(static width => new string('-', width))], widths);
        foreach (var row in _rows)
            AppendRow(text, row, widths);
        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, string[] cells, int[] widths)
    {
        for (var i = 0; i < cells.Length; i++)
            text.Append("| ").Append(cells[i].PadRight(widths[i])).Append(' ');
        text.Append("|\n");
    }
}
