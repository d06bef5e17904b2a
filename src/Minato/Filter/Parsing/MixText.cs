using System;
using System.Collections.Generic;

namespace Minato.Filter.Parsing;

/// <summary>The two readings of a chain of conditions that <c>and</c> and <c>or</c> join.</summary>
internal static class MixText
{
    public static FilterMix Of(Expression expression, ReadOnlySpan<(int Node, NodeKind Join)> operands)
    {
        List<string> texts = [];
        foreach ((int node, _) in operands)
        {
            string text = ExpressionText.Of(expression, node, out bool isChain);
            texts.Add(isChain ? "( " + text + " )" : text);
        }

        string read = texts[0];
        for (int i = 1; i < operands.Length; i++)
        {
            bool changes = i > 1 && operands[i].Join != operands[i - 1].Join;
            read = (changes ? "( " + read + " )" : read) + Sign(operands[i].Join) + texts[i];
        }

        string other = Grouped(texts, operands, NodeKind.And);

        // "a and b or c" reads the same when "and" binds tighter; who wrote it may have meant "a and (b or c)".
        if (other == read) other = Grouped(texts, operands, NodeKind.Or);
        return new FilterMix(read, other);
    }

    // Runs of one kind of joint in parentheses, the runs joined by the other kind.
    private static string Grouped(List<string> texts, ReadOnlySpan<(int Node, NodeKind Join)> operands, NodeKind tight)
    {
        string whole = "";
        for (int i = 0; i < texts.Count;)
        {
            string run = texts[i];
            int last = i + 1;
            for (; last < texts.Count && operands[last].Join == tight; last++) run += Sign(tight) + texts[last];
            if (i > 0) whole += Sign(tight == NodeKind.And ? NodeKind.Or : NodeKind.And);
            whole += last - i > 1 && last - i < texts.Count ? "( " + run + " )" : run;
            i = last;
        }

        return whole;
    }

    private static string Sign(NodeKind join) => join == NodeKind.Or ? " or " : " and ";
}
