using System;
using System.Collections.Generic;
using Minato.Filter.Conditions;

namespace Minato.Filter;

/// <summary>What a node of an expression does.</summary>
internal enum NodeKind : byte
{
    Condition,
    Not,
    And,
    Or,
}

/// <summary>A node of an expression: its operands are numbers of earlier nodes, or a condition.</summary>
internal readonly record struct ExpressionNode(NodeKind Kind, int Left, int Right, FilterCondition? Condition);

/// <summary>
/// A filter as a tree. The nodes lie in one list, operands before what uses them: every walk is a loop, so that no
/// depth and no length of a filter can end the stack.
/// </summary>
internal sealed class Expression(int capacity = 0)
{
    private readonly List<ExpressionNode> _nodes = new(capacity);

    /// <summary>All nodes, operands first.</summary>
    public ReadOnlySpan<ExpressionNode> Nodes => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_nodes);

    /// <summary>The node that is the whole filter.</summary>
    public int Root { get; set; } = -1;

    public int Add(FilterCondition condition) => Add(new ExpressionNode(NodeKind.Condition, -1, -1, condition));

    public int Not(int operand) => Add(new ExpressionNode(NodeKind.Not, operand, -1, null));

    public int And(int left, int right) => Add(new ExpressionNode(NodeKind.And, left, right, null));

    public int Or(int left, int right) => Add(new ExpressionNode(NodeKind.Or, left, right, null));

    private int Add(in ExpressionNode node)
    {
        _nodes.Add(node);
        return _nodes.Count - 1;
    }
}
