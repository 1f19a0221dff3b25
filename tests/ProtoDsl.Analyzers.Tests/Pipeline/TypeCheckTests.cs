using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Generation;
using ProtoDsl.Analyzers.Generation.Planning;
using ProtoDsl.Analyzers.Tests.Harness;
using ProtoDsl.Language;
using ProtoDsl.Testing;

namespace ProtoDsl.Analyzers.Tests.Pipeline;

/// <summary>What the C# compiler says about a type stands where the table names it.</summary>
public sealed class TypeCheckTests
{
    [Theory]
    [InlineData("call Go(Missing x)", "(2,9): error CS0246")]
    [InlineData("call Go(int a, List<Missing> x)", "(2,21): error CS0246")]
    [InlineData("call Go(Console x)", "error CS0721")]
    [InlineData("tag Kind = A | B = String\ncall Go(Kind x)", "error CS0453")]
    [InlineData("tag Kind = A | B = Missing\ncall Go(Kind x)", "(2,20): error CS0246")]
    public void An_error_in_a_type_lands_in_the_table(string declaration, string expected)
    {
        var project = Project(declaration);

        Assert.Contains(project.Messages, message => message.StartsWith("A table.transitions(", StringComparison.Ordinal) && message.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("call Go(int a, string? b, (int x, Guid? y)[] c, Dictionary<string, List<int[]>> d)")]
    [InlineData("tag Kind = Monday | Tuesday = DayOfWeek\ncall Go(Kind x)")]
    [InlineData("call Go(System.Net.IPAddress a)")]
    [InlineData("call Go(ReadOnlyMemory<byte> a)")]
    public void Sound_types_are_silent_and_leave_nothing_in_the_assembly(string declaration)
    {
        var project = Project(declaration);

        Assert.Empty(project.Messages);
        var holder = project.Output.GlobalNamespace.GetNamespaceMembers().Single(name => name.Name == "N").GetTypeMembers()
            .Single(type => type.Name.StartsWith("TypesOfTable_", StringComparison.Ordinal));
        Assert.All(holder.GetMembers().OfType<IMethodSymbol>(), method => Assert.True(method.IsPartialDefinition && method.PartialImplementationPart is null));
    }

    [Fact]
    public void A_table_without_C_sharp_types_gets_no_type_check() =>
        Assert.Equal(["Door.g.cs"], GeneratorHarness.Run(new TestTable("Door.transitions", SampleTables.Text("Door"))).Result.GeneratedSources.Select(source => source.HintName));

    [Fact]
    public void A_line_that_moves_moves_the_check_and_not_the_machine()
    {
        var project = Project("call Go(Guid x)");
        var table = project.Tables[0];

        project.Edit(table, "// A remark.\n" + table.GetText());

        Assert.Equal([IncrementalStepRunReason.Modified], project.Reasons(Steps.TypeChecks));
        Assert.Equal([IncrementalStepRunReason.Cached], project.Reasons(Steps.Source));
        Assert.Contains("#line 3 ", project.Source("A_table." + StableHash.Of("A table.transitions") + ".Types.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_names_that_are_compared_are_those_that_are_generated(string name)
    {
        var project = GeneratorHarness.Run(new TestTable(name + ".transitions", SampleTables.Text(name)));
        var source = project.Output.SyntaxTrees.Single(tree => tree.FilePath.EndsWith($"{name}.g.cs", StringComparison.Ordinal));
        var model = project.Output.GetSemanticModel(source);
        var generated = source.GetRoot().DescendantNodes()
            .OfType<Microsoft.CodeAnalysis.CSharp.Syntax.BaseTypeDeclarationSyntax>()
            .Select(type => model.GetDeclaredSymbol(type)!)
            .OfType<INamedTypeSymbol>()
            .Where(type => type.ContainingType is null && type.Arity == 0)
            .Select(type => type.ToDisplayString())
            .Distinct();

        var protocol = TransitionFile.Read(SampleTables.Text(name), name).Protocol;

        Assert.Equal(generated.Order(StringComparer.Ordinal), GeneratedTypes.Of(protocol).Order(StringComparer.Ordinal));
    }

    public static TheoryData<string> Samples => [.. SampleTables.Names];

    private static GeneratorHarness Project(string declaration) => GeneratorHarness.Run(new TestTable(
        "A table.transitions",
        "namespace N\n" + declaration + """

            using System.Collections.Generic
            machine A
            initial state S
                Go -> S

            """));
}
