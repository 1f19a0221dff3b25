using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Tests.Usage.Harness;
using ProtoDsl.Analyzers.Usage.Contracts;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Tests.Usage.Contracts;

/// <summary>What is read from attributes: Door's states are Closed, Open, Locked.</summary>
public sealed class ContractCatalogTests
{
    [Theory]
    [InlineData("void M(Door d) { }", "")]
    [InlineData("void M([InState(DoorState.Open)] Door d) { }", "in Open")]
    [InlineData("void M([InState(DoorState.Locked, DoorState.Closed)] Door? d) { }", "in Closed Locked")]
    [InlineData("void M([InState(states: new object[] { DoorState.Open, DoorState.Locked })] Door d) { }", "in Open Locked")]
    [InlineData("void M([InState(new[] { DoorState.Open, DoorState.Locked })] Door d) { }", "in Open Locked")]
    [InlineData("void M([InState(DoorState.Open), EnsuresState(DoorState.Closed)] ref Door d) { }", "in Open; ensured Closed")]
    [InlineData("void M([InState(DoorState.Open)] out Door d) => throw new Exception();", "ensured Open")]
    [InlineData("void M([EnsuresState(DoorState.Open)] out Door d) => throw new Exception();", "ensured Open")]
    [InlineData("bool M([EnsuresStateWhen(true, DoorState.Open)] [EnsuresStateWhen(false, DoorState.Closed, DoorState.Locked)] Door d) => true;", "true Open; false Closed Locked")]
    [InlineData("async Task<bool> M([EnsuresStateWhen(result: true, DoorState.Open)] Door d) { await Task.Yield(); return true; }", "true Open")]
    [InlineData("void M([StateUnchanged, TakesOwnership] Door d) { }", "unchanged; owned")]
    [InlineData("void M([TakesOwnership] IDisposable d) { }", "owned")]
    [InlineData("void M<T>([StateUnchanged] T d) { }", "unchanged")]
    [InlineData("void M([InState((DoorState)1)] Door d) { }", "in Open")]
    [InlineData("void M([InState(GenericState.Open)] Generic<int> d) { }", "in Open")]
    [InlineData("delegate void M([InState(DoorState.Open)] Door d);", "in Open")]
    [InlineData("int this[[InState(DoorState.Open)] Door d] { get => 1; set { } }", "in Open")]
    [InlineData("partial void M([InState(DoorState.Open)] Door d); partial void M(Door d) { }", "in Open")]
    [InlineData("partial void M(Door d); partial void M([InState(DoorState.Open)] Door d) { }", "in Open")]
    [InlineData("Door M { get => throw null!; [param: InState(DoorState.Open)] set { } }", "in Open")]
    [InlineData("[InState(DoorState.Open)] Door M { get; set; } = null!;", "in Open")]
    public void Of_a_parameter(string member, string expected)
    {
        var compilation = UsageTest.Compile(Source(member));
        var type = compilation.GetTypeByMetadataName("Code")!;
        var parameter = type.GetMembers().Concat(type.GetTypeMembers().SelectMany(inner => inner.GetMembers()))
            .OfType<IMethodSymbol>()
            .Where(method => !method.IsImplicitlyDeclared || method.MethodKind == MethodKind.DelegateInvoke)
            .SelectMany(method => method.Parameters)
            .Last(parameter => parameter.Type.Name is "Door" or "Generic" or "IDisposable" or "T");

        Assert.Equal(expected, Show(compilation, parameter));
    }

    [Theory]
    [InlineData("[InState(5)] Door d")]
    [InlineData("[InState(\"Open\")] Door d")]
    [InlineData("[InState((DoorState)7)] Door d")]
    [InlineData("[InState(GenericState.Open)] Door d")]
    [InlineData("[InState(DoorState.Open, ConnState.Closed)] Door d")]
    [InlineData("[InState] Door d")]
    [InlineData("[InState(null)] Door d")]
    [InlineData("[InState(DoorState.Open)] object d")]
    [InlineData("[EnsuresStateWhen(true, DoorState.Open)] Door d")]
    [InlineData("[TakesOwnership] out Door d")]
    public void What_cannot_be_read_counts_as_absent(string parameter)
    {
        var compilation = UsageTest.Compile(Source($"void M({parameter}) => throw new Exception();"));
        Assert.Equal("", Show(compilation, Method(compilation, "Code", "M").Parameters[0]));
    }

    [Theory]
    [InlineData("[return: InState(DoorState.Open)] Door M() => null!;", "Door Open")]
    [InlineData("[return: InState(DoorState.Open)] Task<Door?> M() => null!;", "Door Open")]
    [InlineData("[return: InState(DoorState.Open)] ValueTask<Door> M() => default;", "Door Open")]
    [InlineData("[InState(DoorState.Open)] Door M => null!;", "Door Open")]
    [InlineData("Door M { [return: InState(DoorState.Open)] get => null!; }", "Door Open")]
    [InlineData("[InState(DoorState.Open)] readonly Door M = null!;", "Door Open")]
    [InlineData("Door M() => null!;", "")]
    [InlineData("[return: InState(DoorState.Open)] IEnumerable<Door> M() => null!;", "")]
    [InlineData("[return: InState(DoorState.Open)] Conn M() => null!;", "")]
    public void Of_a_value(string member, string expected)
    {
        var compilation = UsageTest.Compile(Source(member));
        var catalog = new ContractCatalog(new MachineCatalog(compilation));
        var symbol = compilation.GetTypeByMetadataName("Code")!.GetMembers("M").Single();
        var contract = symbol switch
        {
            IMethodSymbol method => catalog.OfReturn(method),
            IPropertySymbol property => catalog.Of(property),
            _ => catalog.Of((IFieldSymbol)symbol),
        };
        Assert.Equal(expected, contract is null ? "" : contract.Machine.Symbol.Name + " " + Show(contract.States));
        if (symbol is IPropertySymbol { GetMethod: { } getter })
        {
            Assert.Equal(contract, catalog.OfReturn(getter));
        }
    }

    [Theory]
    [InlineData("[MemberInState(nameof(_d), DoorState.Open)] void M() { }", "_d Open")]
    [InlineData("[MemberInState(nameof(_d), DoorState.Open), MemberInState(nameof(P), DoorState.Closed)] void M() { }", "_d Open; P Closed")]
    [InlineData("[MemberInState(nameof(s_d), DoorState.Open)] static void M() { }", "s_d Open")]
    [InlineData("[MemberInState(nameof(_d), DoorState.Open)] static void M() { }", "")]
    [InlineData("[MemberInState(nameof(_d), DoorState.Open)] int M => 1;", "_d Open")]
    [InlineData("int M { [MemberInState(nameof(_d), DoorState.Open)] get => 1; }", "_d Open")]
    [InlineData("[MemberInState(nameof(Based), DoorState.Open)] void M() { }", "Based Open")]
    [InlineData("[MemberInState(nameof(_d), ConnState.Closed)] void M() { }", "")]
    [InlineData("[MemberInState(\"_x\", DoorState.Open)] void M() { }", "")]
    [InlineData("[MemberInState(null!, DoorState.Open)] void M() { }", "")]
    [InlineData("[MemberInState(nameof(_n), DoorState.Open)] void M() { }", "")]
    public void Of_members(string member, string expected)
    {
        var compilation = UsageTest.Compile(
            Source(member + " Door _d = null!; static Door s_d = null!; int _n; Door P { get; set; } = null!;", ": Base")
            + "public class Base { protected Door Based = null!; }");
        var symbol = compilation.GetTypeByMetadataName("Code")!.GetMembers("M").Single();
        var method = symbol as IMethodSymbol ?? ((IPropertySymbol)symbol).GetMethod!;
        Assert.Equal(expected, ShowMembers(compilation, method));
    }

    private static string Source(string members, string bases = "") =>
        "using System; using System.Collections.Generic; using System.Threading.Tasks; using Acme; using ProtoDsl;\n#pragma warning disable\npublic partial class Code " + bases + " { " + members + " }\n";

    internal static IMethodSymbol Method(Compilation compilation, string type, string name) =>
        compilation.GetTypeByMetadataName(type)!.GetMembers(name).OfType<IMethodSymbol>().First();

    internal static string Show(Compilation compilation, IParameterSymbol parameter)
    {
        var contract = new ContractCatalog(new MachineCatalog(compilation)).Of(parameter);
        var parts = new List<string>();
        Add("in", contract.Required);
        Add("ensured", contract.Ensured);
        Add("true", contract.EnsuredWhenTrue);
        Add("false", contract.EnsuredWhenFalse);
        parts.AddRange(contract.IsUnchanged ? ["unchanged"] : []);
        parts.AddRange(contract.TakesOwnership ? ["owned"] : []);
        return string.Join("; ", parts);

        void Add(string name, StateSet? states) => parts.AddRange(states is { } some ? [name + " " + Show(some)] : []);
    }

    internal static string ShowMembers(Compilation compilation, IMethodSymbol method) =>
        string.Join("; ", new ContractCatalog(new MachineCatalog(compilation)).OfMembers(method).Select(contract => contract.Member.Name + " " + Show(contract.States)));

    private static string Show(StateSet states)
    {
        var names = new List<string>();
        foreach (var state in states)
        {
            names.Add(new[] { "Closed", "Open", "Locked" }[state]);
        }

        return string.Join(" ", names);
    }
}
