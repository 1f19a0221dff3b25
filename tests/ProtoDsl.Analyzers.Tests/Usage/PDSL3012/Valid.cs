using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Tests.Harness;
using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3012;

public sealed class Valid
{
    [Theory]
    [InlineData("void M([InState(DoorState.Open, DoorState.Closed)] Door d) { }")]
    [InlineData("void M([InState(DoorState.Open, DoorState.Open)] Door? d) { }")]
    [InlineData("void M([InState(new[] { DoorState.Open })] Door? d, [InState(new object[] { DoorState.Open })] Door e) { }")]
    [InlineData("void M([InState(DoorState.Open), EnsuresState(DoorState.Closed), TakesOwnership] Door d) { d.Close(); }")]
    [InlineData("void M([InState(GenericState.Open)] Generic<string> d) { }")]
    [InlineData("void M([StateUnchanged] object d, [TakesOwnership] IDisposable e) { }")]
    [InlineData("void M<T>([StateUnchanged] T d, [TakesOwnership] dynamic e) { }")]
    [InlineData("bool M([StateUnchanged, EnsuresStateWhen(true, DoorState.Open)] Door d) => d.State == DoorState.Open;")]
    [InlineData("async ValueTask<bool> M([EnsuresStateWhen(true, DoorState.Open)] Door d) { await Task.Yield(); return false; }")]
    [InlineData("bool this[[EnsuresStateWhen(true, DoorState.Open)] Door d] => d.State == DoorState.Open;")]
    [InlineData("[return: InState(DoorState.Open)] async Task<Door?> M() { await Task.Yield(); return null; }")]
    [InlineData("[InState(DoorState.Open)] Door? A, B; [InState(DoorState.Open)] Door? C { get; set; } [field: InState(DoorState.Open)] Door? D { get; set; }")]
    [InlineData("record R([property: InState(DoorState.Open)] Door A, [InState(DoorState.Open)] Door B);")]
    [InlineData("Door? A; Door? B { get; set; } [MemberInState(nameof(A), DoorState.Open), MemberInState(nameof(B), DoorState.Open)] void M() { }")]
    [InlineData("class B { protected Door? D; } class E : B { [MemberInState(nameof(D), DoorState.Open)] void M() { } }")]
    [InlineData("interface I { Door D { get; } } interface J : I { [MemberInState(nameof(D), DoorState.Open)] void M(); }")]
    [InlineData("delegate bool F([InState(DoorState.Open), EnsuresStateWhen(true, DoorState.Closed)] Door d);")]
    [InlineData("void M() { void L([InState(DoorState.Open)] Door d) { } Action<Door> f = ([InState(DoorState.Open)] Door d) => L(d); }")]
    [InlineData("void M([InState(DoorState.Open)] out Door d) => d = null!;")]
    [InlineData("class InStateAttribute : Attribute { } void M([InState] Door d) { }")]
    public void Says_nothing(string members) => UsageTest.Verify("#pragma warning disable CS0657\n" + members);

    [Theory]
    [InlineData("void M([InState(DoorState.Opn)] Door d) { }")]
    [InlineData("void M([InState(DoorState.Open + x)] Door d) { }")]
    [InlineData("void M([EnsuresStateWhen()] Door d) { }")]
    [InlineData("void M([EnsuresStateWhen(5, DoorState.Open)] Door d) { }")]
    [InlineData("void M([InState(DoorState.Open)] Missing d) { }")]
    [InlineData("[MemberInState(nameof(_gone), DoorState.Open)] void M() { }")]
    [InlineData("[InState(DoorState.Open)] void M() { }")]
    public async Task What_the_compiler_reports_is_not_reported_again(string members)
    {
        var compilation = UsageTest.Compile("using Acme; using ProtoDsl; class Code { " + members + " }");
        Assert.Contains(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(await UsageTest.AnalyzeBroken(compilation));
    }
}
