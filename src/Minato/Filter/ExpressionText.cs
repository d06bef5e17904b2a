using System;
using System.Collections.Generic;
using System.Text;

namespace Minato.Filter;

/// <summary>An expression as text that reads back as the same expression, in every grammar that has its words.</summary>
internal static class ExpressionText
{
    public static string Of(Expression expression, int node, out bool isChain)
    {
        isChain = expression.Nodes[node].Kind is NodeKind.And or NodeKind.Or;
        StringBuilder text = new();
        Stack<(int Node, string Text)> work = new();
        work.Push((node, ""));
        while (work.TryPop(out (int Node, string Text) item))
        {
            if (item.Node < 0) text.Append(item.Text);
            else Append(expression.Nodes, item.Node, text, work);
        }

        return text.ToString();
    }

    private static void Append(ReadOnlySpan<ExpressionNode> nodes, int index, StringBuilder text, Stack<(int Node, string Text)> work)
    {
        ExpressionNode node = nodes[index];
        switch (node.Kind)
        {
            case NodeKind.Condition:
                node.Condition!.AppendTo(text);
                return;
            case NodeKind.Not:
                text.Append("! ");
                Push(work, node.Left, nodes[node.Left].Kind != NodeKind.Condition);
                return;
        }

        // From left to right nothing needs parentheses but a change of the joint, and a chain on the right.
        Push(work, node.Right, nodes[node.Right].Kind is NodeKind.And or NodeKind.Or);
        work.Push((-1, node.Kind == NodeKind.And ? " and " : " or "));
        Push(work, node.Left, nodes[node.Left].Kind is NodeKind.And or NodeKind.Or && nodes[node.Left].Kind != node.Kind);
    }

    private static void Push(Stack<(int Node, string Text)> work, int node, bool inParentheses)
    {
        if (inParentheses) work.Push((-1, " )"));
        work.Push((node, ""));
        if (inParentheses) work.Push((-1, "( "));
    }
}
