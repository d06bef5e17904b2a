using System;
using System.Collections.Generic;
using Minato.Filter.Conditions;
using Minato.Model;

namespace Minato.Filter.Parsing;

/// <summary>
/// Tokens → expression. <c>and</c>, <c>or</c> and nothing at all (which is <c>and</c>) weigh the same, from left to right,
/// as in ss; parentheses are kept on a stack of its own, so that no depth can end the program's.
/// </summary>
internal sealed partial class FilterParser
{
    // Deeper than anybody writes; ss's own parser gives up at about 10,000.
    private const int MaxDepth = 256;
    private const int SsMaxDepth = 9_990;

    private readonly FilterContext _context;
    private readonly List<FilterToken> _tokens;
    private readonly int _wordCount;
    private readonly Stack<FilterToken> _pushed = new();
    private readonly Expression _expression;
    private readonly List<Level> _levels = [];

    // The operands of all open levels, each with what joins it to the one before.
    private readonly List<(int Node, NodeKind Join)> _chain = [];
    private readonly StateSides _sides;
    private int _next;

    public FilterParser(FilterContext context, List<FilterToken> tokens, int wordCount, StateSet defaultStates)
    {
        _context = context;
        _tokens = tokens;
        _wordCount = wordCount;
        _preferred = context.PreferredFamily;

        // A condition has three tokens and its joint is one: a node for two tokens is enough but for a "!" here and there.
        int nodes = tokens.Count / 2 + 2;
        _expression = new Expression(nodes);
        _sides = new StateSides(_expression, defaultStates, context.AllStates, nodes);
    }

    /// <summary>What is wrong, or null.</summary>
    public FilterError? Error { get; private set; }

    /// <summary>The first <c>and</c> beside an <c>or</c>, or null.</summary>
    public FilterMix? Mix { get; private set; }

    /// <summary>The first host of which only one address counts, or null.</summary>
    public string? Note { get; private set; }

    /// <summary>The last family that an address chose.</summary>
    public SocketFamily? Family { get; private set; }

    /// <summary>The states that can pass: those of the expression if it says any, within those that stood before it.</summary>
    public StateSet? RestrictTo(StateSet? before)
    {
        if (_sides.Of(_expression.Root) is not { } inside) return before;
        if (before is not { IsEmpty: false } outside) return inside;
        _expression.Root = _sides.Join(NodeKind.And, _expression.Root, Add(new StateCondition(outside)));
        StateSet both = inside & outside;
        return both.IsEmpty ? outside : both;
    }

    private bool IsExact => _context.Grammar == FilterGrammar.SsExact;

    /// <summary>The expression; null when there are no tokens, or something is wrong.</summary>
    /// <param name="first">States that are the first condition, already taken from the words.</param>
    public Expression? Parse(StateSet? first)
    {
        _levels.Add(new Level(0, default));
        if (!TryPeek(out _)) return null;
        bool goesOn = true;
        if (first is { } states)
        {
            AddOperand(Add(new StateCondition(states)));
            goesOn = ParseJoin();
        }

        while (goesOn && ParseOperand())
        {
            if (!ParseJoin()) break;
        }

        if (Error is null) _expression.Root = CloseLevel();
        return Error is null ? _expression : null;
    }

    // Up to and with the next condition, or the next closed parenthesis; false at an error.
    private bool ParseOperand()
    {
        while (true)
        {
            if (!TryTake(out FilterToken token)) return FailAtEnd("a condition is missing at the end", "a condition such as sport = :22");
            // No word of these is longer.
            switch (token.Text.Length > 3 ? "" : token.Text)
            {
                case "!" or "not":
                    _levels[^1] = Top with { IsNegated = !Top.IsNegated };
                    continue;
                case "(":
                    if (_levels.Count > (IsExact ? SsMaxDepth : MaxDepth)) return FailDepth(token);
                    _levels.Add(new Level(_chain.Count, token));
                    continue;
                case ")" or "&" or "&&" or "and" or "|" or "||" or "or":
                    return FailSyntax(token, "'" + token.Text + "' stands where a condition should", "a condition such as sport = :22");
            }

            if (!IsExact && Split(token)) continue;
            int node = ParseCondition(token);
            if (node < 0) return false;
            AddOperand(node);
            return true;
        }
    }

    // What joins the next operand, closing parentheses before it; false at the end or an error.
    private bool ParseJoin()
    {
        while (TryTake(out FilterToken token))
        {
            switch (token.Text.Length > 3 ? "" : token.Text)
            {
                case "&" or "&&" or "and":
                    _levels[^1] = Top with { Join = NodeKind.And };
                    return true;
                case "|" or "||" or "or":
                    _levels[^1] = Top with { Join = NodeKind.Or };
                    return true;
                case ")":
                    if (_levels.Count == 1) return FailSyntax(token, "')' closes nothing", "'and', 'or', or another condition");
                    int node = CloseLevel();
                    if (Error is not null) return false;
                    _levels.RemoveAt(_levels.Count - 1);
                    AddOperand(node);
                    continue;
            }

            if (!IsExact && token.Text[0] == ')')
            {
                PushBack(token.From(1));
                PushBack(token.Before(1));
                continue;
            }

            PushBack(token);
            _levels[^1] = Top with { Join = NodeKind.And };
            return true;
        }

        if (_levels.Count > 1) return FailUnclosed(Top.Open);
        return false;
    }

    private Level Top => _levels[^1];

    private void AddOperand(int node)
    {
        if (Top.IsNegated) node = _sides.Note(_expression.Not(node));
        _chain.Add((node, Top.Join));
        _levels[^1] = Top with { IsNegated = false };
    }

    // The level's operands become one node, from left to right.
    private int CloseLevel()
    {
        ReadOnlySpan<(int Node, NodeKind Join)> operands = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_chain)[Top.ChainStart..];
        bool hasAnd = false;
        bool hasOr = false;
        foreach ((_, NodeKind join) in operands[1..])
        {
            hasAnd |= join == NodeKind.And;
            hasOr |= join == NodeKind.Or;
        }

        if (hasAnd && hasOr) NoteMix(operands);
        int node = operands[0].Node;
        foreach ((int right, NodeKind join) in operands[1..]) node = _sides.Join(join, node, right);
        _chain.RemoveRange(Top.ChainStart, operands.Length);
        return node;
    }

    private void NoteMix(ReadOnlySpan<(int Node, NodeKind Join)> operands)
    {
        Mix ??= MixText.Of(_expression, operands);
        if (_context.Grammar != FilterGrammar.Native || Error is not null) return;
        FilterToken place = Top.ChainStart == 0 && _levels.Count == 1 ? _tokens[0] : Top.Open;
        Error = new FilterError("'and' beside 'or' can be read in two ways", place.Word, place.Column, Mix.Read + "  or  " + Mix.Other);
    }

    private bool TryPeek(out FilterToken token)
    {
        if (_pushed.TryPeek(out token)) return true;
        if (_next >= _tokens.Count) return false;
        token = _tokens[_next];
        return true;
    }

    private bool TryTake(out FilterToken token)
    {
        if (_pushed.TryPop(out token)) return true;
        if (_next >= _tokens.Count) return false;
        token = _tokens[_next++];
        return true;
    }

    private void PushBack(in FilterToken token)
    {
        if (token.Text.Length > 0) _pushed.Push(token);
    }

    /// <summary>A pair of parentheses that is open, or the whole filter.</summary>
    private readonly record struct Level(int ChainStart, FilterToken Open)
    {
        public bool IsNegated { get; init; }

        public NodeKind Join { get; init; }
    }
}
