using System;
using Minato.Filter.Conditions;
using Minato.Filter.Kernel;
using Minato.Model;

namespace Minato.Filter;

/// <summary>Decides which sockets are shown: a filter made ready for rows and for the kernel.</summary>
internal sealed class SocketFilter
{
    private readonly Expression _expression;
    private readonly FlowStep[] _steps;
    private readonly FlowStep[] _withoutOwners;
    private readonly bool _isSs;
    private readonly FilterReading _first;
    private readonly bool _readsTwice;

    public SocketFilter(Expression expression, FilterGrammar grammar)
    {
        _expression = expression;
        bool hasDevice = false;
        bool hasNot = false;
        bool hasTwoReadings = false;
        bool isOrdered = true;
        foreach (ExpressionNode node in expression.Nodes)
        {
            hasNot |= node.Kind == NodeKind.Not;
            if (node.Condition is not { } condition) continue;
            Fields |= condition.Fields;
            NeedsOwners |= condition.NeedsOwners;
            hasDevice |= condition is DeviceCondition;
            hasTwoReadings |= condition.HasTwoReadings;
            isOrdered &= condition is not PortRangeCondition { HasTwoReadings: true };
        }

        // ss never gives a filter with an interface to the kernel, so that only its own reading counts. Without a "not" what
        // the kernel's reading lets pass ss's does too, so that one look is enough.
        _isSs = grammar != FilterGrammar.Native;
        IsLeftToSs = _isSs && hasDevice;
        _first = IsLeftToSs ? FilterReading.Ss : FilterReading.Kernel;
        _readsTwice = _isSs && !hasDevice && hasTwoReadings && (hasNot || !isOrdered);
        _steps = FlowPlan.Steps(expression, []);
        _withoutOwners = NeedsOwners ? FlowPlan.Steps(expression, NodesWithOwners(expression)) : _steps;
        Kernel = KernelPlan.Of(this);
    }

    /// <summary>Fields that rows must carry for it.</summary>
    public SocketFields Fields { get; }

    /// <summary>Whether it asks for the processes that hold a socket.</summary>
    public bool NeedsOwners { get; }

    /// <summary>What the kernel can check of it for internet sockets; null when nothing.</summary>
    public KernelFilter? Kernel { get; }

    /// <summary>The filter as text.</summary>
    public string Text => ExpressionText.Of(_expression, _expression.Root, out _);

    /// <summary>The steps of the whole filter.</summary>
    internal FlowStep[] Steps => _steps;

    /// <summary>The conditions and how they are joined.</summary>
    internal Expression Expression => _expression;

    /// <summary>Whether only ss's own reading counts.</summary>
    internal bool IsLeftToSs { get; }

    /// <summary>Whether the row passes.</summary>
    /// <param name="row">The row.</param>
    /// <param name="batch">Its batch.</param>
    /// <param name="isReplayed">Whether it comes from a file: then ss asked no kernel.</param>
    public bool Matches(in SocketEntry row, in SocketBatch batch, bool isReplayed = false) => Passes(_steps, in row, in batch, isReplayed);

    /// <summary>Whether the row may pass, as far as can be told before owners are searched.</summary>
    public bool MayMatch(in SocketEntry row, in SocketBatch batch, bool isReplayed = false) => Passes(_withoutOwners, in row, in batch, isReplayed);

    /// <summary>Whether the row passes ss's own look at it, whatever the kernel says.</summary>
    internal bool PassesSs(in SocketEntry row, in SocketBatch batch) => Run(_steps, in row, in batch, FilterReading.Ss);

    // What has no cookie comes from /proc: there too ss decides alone.
    private bool Passes(FlowStep[] steps, in SocketEntry row, in SocketBatch batch, bool isReplayed)
    {
        if (_isSs && (isReplayed || row.Identity.Kind != SocketIdKind.Cookie)) return Run(steps, in row, in batch, FilterReading.Ss);
        return Run(steps, in row, in batch, _first) && (!_readsTwice || Run(steps, in row, in batch, FilterReading.Ss));
    }

    private bool Run(FlowStep[] steps, in SocketEntry row, in SocketBatch batch, FilterReading reading)
    {
        ReadOnlySpan<ExpressionNode> nodes = _expression.Nodes;
        int step = 0;
        while ((uint)step < (uint)steps.Length)
        {
            FlowStep next = steps[step];
            step = nodes[next.Leaf].Condition!.Test(in row, in batch, reading) ? next.Yes : next.No;
        }

        return step != FlowStep.Reject;
    }

    private static bool[] NodesWithOwners(Expression expression)
    {
        bool[] needs = new bool[expression.Nodes.Length];
        for (int i = 0; i < needs.Length; i++) needs[i] = expression.Nodes[i].Condition is { NeedsOwners: true };
        return needs;
    }
}
