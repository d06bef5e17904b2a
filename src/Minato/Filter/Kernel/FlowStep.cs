namespace Minato.Filter.Kernel;

/// <summary>
/// One question of a filter and where to go on from its answers: a later step, the number of steps (the filter accepts),
/// or <see cref="Reject"/>.
/// </summary>
/// <param name="Leaf">Which question.</param>
/// <param name="Yes">Where to go when it holds.</param>
/// <param name="No">Where to go when it does not.</param>
internal readonly record struct FlowStep(int Leaf, int Yes, int No)
{
    public const int Reject = -1;
}
