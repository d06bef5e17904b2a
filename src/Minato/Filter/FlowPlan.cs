using System;
using System.Collections.Generic;
using Minato.Filter.Kernel;

namespace Minato.Filter;

/// <summary>
/// An expression → steps. Conditions that cannot be asked at this place are open: whatever stands on them is taken to
/// hold, with and without <c>not</c>, so that the steps let through at least what the expression does.
/// </summary>
internal sealed class FlowPlan
{
    private readonly Expression _expression;
    private readonly bool[] _holds;
    private readonly bool[] _fails;
    private readonly List<FlowStep> _steps;
    private readonly List<int> _labels;
    private readonly Stack<Work> _work = new(16);

    private FlowPlan(Expression expression, ReadOnlySpan<bool> isOpen)
    {
        _expression = expression;
        ReadOnlySpan<ExpressionNode> nodes = expression.Nodes;
        _holds = new bool[nodes.Length];
        _fails = new bool[nodes.Length];
        _steps = new List<FlowStep>(nodes.Length);
        _labels = new List<int>(nodes.Length + 2);
        for (int i = 0; i < nodes.Length; i++)
        {
            (_holds[i], _fails[i]) = nodes[i].Kind switch
            {
                NodeKind.Not => (_fails[nodes[i].Left], _holds[nodes[i].Left]),
                NodeKind.And => (_holds[nodes[i].Left] && _holds[nodes[i].Right], _fails[nodes[i].Left] || _fails[nodes[i].Right]),
                NodeKind.Or => (_holds[nodes[i].Left] || _holds[nodes[i].Right], _fails[nodes[i].Left] && _fails[nodes[i].Right]),
                _ => (IsOpen(isOpen, i), IsOpen(isOpen, i)),
            };
        }
    }

    /// <summary>
    /// The steps; none when everything passes. <see cref="FlowStep.Leaf"/> is the number of the condition's node.
    /// </summary>
    /// <param name="expression">The expression.</param>
    /// <param name="isOpen">Which nodes are open conditions; nothing is none of them.</param>
    public static FlowStep[] Steps(Expression expression, ReadOnlySpan<bool> isOpen) => new FlowPlan(expression, isOpen).Build();

    private static bool IsOpen(ReadOnlySpan<bool> isOpen, int node) => !isOpen.IsEmpty && isOpen[node];

    private FlowStep[] Build()
    {
        if (_holds[_expression.Root]) return [];
        int accept = NewLabel();
        int reject = NewLabel();
        _work.Push(new Work(_expression.Root, Negated: false, accept, reject));
        while (_work.TryPop(out Work work))
        {
            if (work.Node < 0) _labels[work.Yes] = _steps.Count;
            else Emit(work);
        }

        _labels[accept] = _steps.Count;
        _labels[reject] = FlowStep.Reject;
        FlowStep[] steps = [.. _steps];
        for (int i = 0; i < steps.Length; i++) steps[i] = steps[i] with { Yes = _labels[steps[i].Yes], No = _labels[steps[i].No] };
        return steps;
    }

    private void Emit(Work work)
    {
        ExpressionNode node = _expression.Nodes[work.Node];
        switch (node.Kind)
        {
            case NodeKind.Condition:
                _steps.Add(work.Negated ? new FlowStep(work.Node, work.No, work.Yes) : new FlowStep(work.Node, work.Yes, work.No));
                return;
            case NodeKind.Not:
                _work.Push(work with { Node = node.Left, Negated = !work.Negated });
                return;
        }

        // not (a and b) is (not a) or (not b), and the other way round.
        bool isAnd = node.Kind == NodeKind.And ^ work.Negated;
        bool[] holds = work.Negated ? _fails : _holds;
        if (isAnd && (holds[node.Left] || holds[node.Right]))
        {
            _work.Push(work with { Node = holds[node.Left] ? node.Right : node.Left });
            return;
        }

        int between = NewLabel();
        _work.Push(work with { Node = node.Right });
        _work.Push(new Work(-1, Negated: false, between, between));
        _work.Push(isAnd ? work with { Node = node.Left, Yes = between } : work with { Node = node.Left, No = between });
    }

    private int NewLabel()
    {
        _labels.Add(0);
        return _labels.Count - 1;
    }

    // A node to write steps for, or (without a node) the place where the label Yes stands.
    private readonly record struct Work(int Node, bool Negated, int Yes, int No);
}
