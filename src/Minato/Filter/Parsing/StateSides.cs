using System.Collections.Generic;
using Minato.Filter.Conditions;
using Minato.Model;

namespace Minato.Filter.Parsing;

/// <summary>
/// Which states each node of an expression can pass. The states that the options chose hold for each side of an <c>or</c>
/// that says nothing of states: <c>state time-wait or dport = :80</c> adds TIME-WAIT to what is shown without it.
/// </summary>
internal sealed class StateSides(Expression expression, StateSet defaults, StateSet all, int capacity)
{
    private readonly List<Side> _sides = new(capacity);

    /// <summary>The states that can pass a node, or null when it says nothing of states.</summary>
    public StateSet? Of(int node) => _sides[node].IsSaid ? _sides[node].Passing : null;

    /// <summary>Learns a condition's or a <c>not</c>'s node, and gives it back.</summary>
    public int Note(int node)
    {
        ExpressionNode added = expression.Nodes[node];
        if (added.Kind == NodeKind.Not)
        {
            Side operand = _sides[added.Left];
            _sides.Add(new Side(operand.IsSaid, operand.Failing, operand.Passing));
        }
        else
        {
            _sides.Add(added.Condition!.States is { } states ? new Side(IsSaid: true, states, all.Without(states)) : new Side(IsSaid: false, all, all));
        }

        return node;
    }

    /// <summary>Joins two nodes.</summary>
    public int Join(NodeKind join, int left, int right)
    {
        if (join == NodeKind.Or && _sides[left].IsSaid != _sides[right].IsSaid)
        {
            int states = Note(expression.Add(new StateCondition(defaults) { IsImplied = true }));
            if (_sides[left].IsSaid) right = And(right, states);
            else left = And(left, states);
        }

        return join == NodeKind.Or ? Or(left, right) : And(left, right);
    }

    private int And(int left, int right)
    {
        Side a = _sides[left];
        Side b = _sides[right];
        _sides.Add(new Side(a.IsSaid || b.IsSaid, a.Passing & b.Passing, a.Failing | b.Failing));
        return expression.And(left, right);
    }

    private int Or(int left, int right)
    {
        Side a = _sides[left];
        Side b = _sides[right];
        _sides.Add(new Side(a.IsSaid || b.IsSaid, a.Passing | b.Passing, a.Failing & b.Failing));
        return expression.Or(left, right);
    }

    // At least the sockets of these states pass, and at least of those fail.
    private readonly record struct Side(bool IsSaid, StateSet Passing, StateSet Failing);
}
