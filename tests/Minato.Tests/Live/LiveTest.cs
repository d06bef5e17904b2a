namespace Minato.Tests.Live;

/// <summary>
/// What tests on real sockets have in common: they need namespaces, and they run one after another, because some of
/// them measure time or make load.
/// </summary>
[Collection("Live")]
public abstract class LiveTest
{
    protected LiveTest() => Assert.SkipWhen(Sandbox.WhyNot is not null, Sandbox.WhyNot ?? "");
}
