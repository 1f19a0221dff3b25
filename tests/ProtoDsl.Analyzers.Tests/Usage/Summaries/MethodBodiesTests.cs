using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Tests.Usage.Summaries.Harness;
using ProtoDsl.Analyzers.Usage.Summaries;

namespace ProtoDsl.Analyzers.Tests.Usage.Summaries;

public sealed class MethodBodiesTests
{
    [Theory]
    [InlineData("void M() { }", "M")]
    [InlineData("int M() => 1;", "M")]
    [InlineData("C() { }", ".ctor")]
    [InlineData("C() : base() { }", ".ctor")]
    [InlineData("C(int x) : this() => _ = x; C() { }", ".ctor")]
    [InlineData("static C() { }", ".cctor")]
    [InlineData("~C() { }", "Finalize")]
    [InlineData("int P => 1;", "get_P")]
    [InlineData("int P { get => 1; }", "get_P")]
    [InlineData("int P { get { return 1; } set { } }", "set_P")]
    [InlineData("int this[int i] => i;", "get_Item")]
    [InlineData("event Action E { add { } remove { } }", "add_E")]
    [InlineData("public static C operator +(C a, C b) => a;", "op_Addition")]
    [InlineData("public static implicit operator int(C c) => 1;", "op_Implicit")]
    [InlineData("partial void M(); partial void M() { }", "M")]
    [InlineData("T M<T>(T t) { return t; }", "M")]
    [InlineData("async Task M() => await Task.Yield();", "M")]
    public void What_has_code_has_a_graph(string members, string method)
    {
        var program = SourceProgram.Members(members);
        var symbol = program.Method("C." + method);

        Assert.True(program.Code.Bodies.Has(symbol, default));
        var body = program.Code.Bodies.Of(symbol, default);
        Assert.NotNull(body);
        Assert.True(body.CanBeSolved(default));
        var graph = body.Graph(default);
        Assert.NotNull(graph);
        Assert.Equal(BasicBlockKind.Exit, graph.Blocks[^1].Kind);
        Assert.Same(graph, body.Graph(default));
        Assert.Same(body, program.Code.Bodies.Of(symbol, default));
    }

    [Theory]
    [InlineData("partial void M();", "C.M")]
    [InlineData("int P { get; set; }", "C.get_P")]
    [InlineData("event Action E;", "C.add_E")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"x\")] static extern void M();", "C.M")]
    [InlineData("} abstract class D { public abstract void M();", "D.M")]
    [InlineData("} interface D { void M();", "D.M")]
    [InlineData("} record D(int A) {", "D.ToString")]
    [InlineData("} record D(int A) {", "D.get_A")]
    [InlineData("} struct D {", "D..ctor")]
    [InlineData("} delegate void D(); class E {", "D.Invoke")]
    [InlineData("", "System.Object.ToString")]
    [InlineData("", "System.Object..ctor")]
    [InlineData("", "System.Console.WriteLine")]
    public void What_has_none_here_has_no_body(string members, string method)
    {
        var program = SourceProgram.Members(members);
        var symbol = program.Method(method);

        Assert.False(program.Code.Bodies.Has(symbol, default));
        Assert.Null(program.Code.Bodies.Of(symbol, default));
    }

    [Theory]
    [InlineData("IEnumerable<int> M() { yield return 1; }", BodyTraits.IsIterator)]
    [InlineData("IEnumerable<int> P { get { yield break; } } IEnumerable<int> M() { while (true) { if (P.Any()) yield return 1; } }", BodyTraits.IsIterator)]
    [InlineData("async IAsyncEnumerable<int> M() { await Task.Yield(); yield return 1; }", BodyTraits.IsIterator | BodyTraits.IsAsync)]
    [InlineData("async Task M() { await Task.Yield(); }", BodyTraits.IsAsync)]
    [InlineData("IEnumerable<int> M() { return L(); IEnumerable<int> L() { yield return 1; } }", BodyTraits.None)]
    [InlineData("IEnumerable<int> M() => new[] { 1 };", BodyTraits.None)]
    public void Traits_tell_when_a_body_runs(string members, object traits)
    {
        var program = SourceProgram.Members(members);
        var body = program.Code.Bodies.Of(program.Method("C.M"), default);

        Assert.NotNull(body?.Operation);
        Assert.Equal((BodyTraits)traits, body.Traits);
        var isIterator = body.Traits.HasFlag(BodyTraits.IsIterator);
        Assert.Equal(isIterator, body.Graph(default) is null);
        Assert.Equal(!isIterator, body.CanBeSolved(default));
    }

    [Fact]
    public void A_very_large_body_is_not_looked_at()
    {
        var program = SourceProgram.Unchecked("class C { void M() { " + string.Concat(Enumerable.Repeat("M(); ", 50_000)) + " } void N() { M(); } }");
        var body = program.Code.Bodies.Of(program.Method("C.M"), default);

        Assert.Equal(BodyTraits.IsTooLarge, body?.Traits);
        Assert.Null(body?.Operation);
        Assert.False(body?.CanBeSolved(default));
        Assert.False(body?.IsInitializersOnly);
    }

    [Fact]
    public void Constructors_come_with_the_initialisers_of_all_parts()
    {
        var program = SourceProgram.Of(
            "partial class C { int _a = 1; static int s_b = 2; int _none; const int K = 3; C() { } C(int x) : this() { } }",
            "partial class C { public int P { get; } = 4; event Action? E = null; static readonly int s_c = 5; void M() { } }");

        Assert.Equal("_a P E", InitializersOf(program.Method("C..ctor", 0)));
        Assert.Equal("", InitializersOf(program.Method("C..ctor", 1)));
        Assert.Equal("", InitializersOf(program.Method("C.M")));
        Assert.Equal("s_b s_c", InitializersOf(program.Method("C..cctor")));
        Assert.Null(program.Code.Bodies.Of(program.Method("C..cctor"), default)?.Operation);

        string InitializersOf(IMethodSymbol method)
        {
            var body = program.Code.Bodies.Of(method, default);
            Assert.NotNull(body);
            Assert.All(body.Initializers, initializer => Assert.NotNull(initializer.Graph(default)));
            return string.Join(" ", body.Initializers.Select(initializer => initializer.Member.Name));
        }
    }

    [Fact]
    public void Unwritten_constructors_have_initialisers_and_a_base()
    {
        var program = SourceProgram.Of("""
            class B { protected B() { } }
            class Implicit : B { int _a = 1; }
            class Primary(int x) : B { int _a = x; }
            class Passing(int x) : Primary(x) { int _a = x; }
            class Optional { public Optional(int x = 1) { _ = x; } }
            class OfOptional : Optional { }
            """);

        foreach (var (name, parent) in new[] { ("Implicit", "B"), ("Primary", "B"), ("OfOptional", "Optional") })
        {
            var body = program.Code.Bodies.Of(program.Method(name + "..ctor"), default);
            Assert.True(body?.IsInitializersOnly);
            Assert.Equal(parent, body?.ImplicitBaseConstructor?.ContainingType.Name);
        }

        var passing = program.Code.Bodies.Of(program.Method("Passing..ctor"), default);
        Assert.IsAssignableFrom<IConstructorBodyOperation>(passing?.Operation);
        Assert.Single(passing?.Initializers ?? []);
        Assert.Null(passing?.ImplicitBaseConstructor);
    }

    [Fact]
    public void Any_symbol_of_a_method_leads_to_its_body()
    {
        var program = SourceProgram.Of("""
            static class X { public static void E(this string s) { } }
            partial class C { partial void P(); }
            partial class C { partial void P() { "".E(); new G<int>().M<int>(); } }
            class G<T> { public void M<U>() { } }
            """);
        var part = program.Method("C.P").PartialImplementationPart ?? program.Method("C.P");
        var body = program.Code.Bodies.Of(part, default);
        Assert.Same(body, program.Code.Bodies.Of(part.PartialDefinitionPart ?? part, default));

        var calls = body?.Operation?.Descendants().OfType<IInvocationOperation>().Select(call => call.TargetMethod).ToArray() ?? [];
        Assert.Same(program.Code.Bodies.Of(program.Method("X.E"), default), program.Code.Bodies.Of(calls[0], default));
        Assert.Same(program.Code.Bodies.Of(program.Method("G`1.M"), default), program.Code.Bodies.Of(calls[1], default));
        Assert.NotNull(program.Code.Bodies.Of(program.Method("X.E").ReduceExtensionMethod(program.Type("System.String")) ?? part, default));
    }

    [Fact]
    public void Top_level_statements_are_a_body()
    {
        var program = SourceProgram.Unchecked("Console.WriteLine(new Door().Open());").AsConsole();
        var main = program.Compilation.GetEntryPoint(default);
        Assert.NotNull(main);
        Assert.NotNull(program.Code.Bodies.Of(main, default)?.Graph(default));
    }

    [Fact]
    public void A_cancelled_request_leaves_nothing_behind()
    {
        var program = SourceProgram.Members("void M() { }");
        var method = program.Method("C.M");
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => program.Code.Bodies.Of(method, cancellation.Token));
        var body = program.Code.Bodies.Of(method, default);
        Assert.NotNull(body);
        Assert.ThrowsAny<OperationCanceledException>(() => body.Graph(cancellation.Token));
        Assert.NotNull(body.Graph(default));
    }

    [Fact]
    public void All_threads_see_one_body()
    {
        var program = SourceProgram.Members(string.Concat(Enumerable.Range(0, 50).Select(index => $"void M{index}() {{ M0(); }} ")));
        var graphs = Enumerable.Range(0, 50)
            .Select(index => program.Method("C.M" + index))
            .SelectMany(method => Enumerable.Repeat(method, 8))
            .AsParallel().WithDegreeOfParallelism(8)
            .Select(method => (Method: method, Graph: program.Code.Bodies.Of(method, default)?.Graph(default)))
            .ToArray();

        Assert.DoesNotContain(graphs, pair => pair.Graph is null);
        Assert.All(graphs.GroupBy(pair => pair.Method, SymbolEqualityComparer.Default), group => Assert.Single(group.Select(pair => pair.Graph).Distinct()));
    }
}
