namespace Minato.Tests;

public sealed class X
{
    [Fact]
    public void Runs() => CsCheck.Check.Sample(CsCheck.Gen.Int, _ => true);
}
