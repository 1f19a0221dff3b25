using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoDsl.Analyzers.Tests.Usage.Harness;
using ProtoDsl.Analyzers.Usage;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Tests.Usage.Hosting;

/// <summary>Which code is looked at: all that names something which has to do with machines, however far from the machine's own name, and no other.</summary>
public sealed class CodeFinderTests
{
    private const string Helpers = """
        static class Make { public static Door Fresh() => new Door(); public static System.Threading.Tasks.Task<Door> Later() => null!; }
        static class Use { public static void Shut(Door d) { d.Unlock(); } public static int Plain(int x) => x; }

        """;

    [Theory]
    [InlineData("void M() { var d = Make.Fresh(); Use.Shut(d); }", "M")]
    [InlineData("void M() { int x = 1; Use.Plain(x); } void N() { Use.Shut(null!); }", "N")]
    [InlineData("int P { get { return Use.Plain(1); } set { Make.Fresh(); } }", "get_P, set_P")]
    [InlineData("int P => Make.Fresh().GetHashCode();", "get_P")]
    [InlineData("int P { get; } = Make.Fresh().GetHashCode(); int Q { get; } = 1;", "P")]
    [InlineData("int a = 1, b = Make.Fresh().GetHashCode(); int c = 1;", "a, b")]
    [InlineData("int this[int i] => Make.Fresh().GetHashCode() + i;", "get_Item")]
    [InlineData("event System.Action E { add { Make.Fresh(); } remove { } }", "add_E, remove_E")]
    [InlineData("public static int operator +(Code l, int r) => Make.Fresh().GetHashCode(); ~Code() { Make.Fresh(); }", "op_Addition, Finalize")]
    [InlineData("class Inner { void M() { Make.Later(); } void N() { } } void O() { }", "M")]
    [InlineData("void M() { M\\u0061ke.Fr\\u0065sh(); } string S() => \"a\\nb\";", "M")]
    public void What_names_nothing_is_left_alone(string members, string expected) => Assert.Equal(expected, Find(members));

    [Theory]
    [InlineData("readonly Door _d = new(); void M() { N(); } void N() { } int P { get; } = 1;", "_d, M, N, P")]
    [InlineData("readonly Session _s = new(); void M() { }", "_s, M")]
    public void A_class_that_holds_a_machine_is_looked_at_whole(string members, string expected) =>
        Assert.Equal(expected, Find(members + " class Session { public Door D = new(); }").Replace(", D", ""));

    [Fact]
    public void A_primary_constructor_and_its_parameter_are_found()
    {
        var source = "using Acme; class Base(Door d) { public Door Held => d; } class Derived(Door given) : Base(given) { } class Other(int number) { int Twice() => 2 * number; }";

        Assert.Equal("get_Held, .ctor", Find(UsageTest.Compile(source)));
    }

    [Fact]
    public void Top_level_statements_are_found()
    {
        var compilation = UsageTest.Compile("using Acme; var d = new Door(); d.Open(); class C { void M() { } }")
            .WithOptions(new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

        Assert.Equal("<Main>$", Find(compilation));
    }

    [Theory]
    [InlineData("using D = Acme.Door; class Code { void M() { var d = new D(); Use.Shut(d); } }", "")]
    [InlineData("class Code { void M() { var d = new D(); Use.Shut(d); } }", "global using D = Acme.Door;")]
    [InlineData("using Acme; partial class Code { void M() { Shut(); } }", "using Acme; partial class Code { Door _d = new(); void Shut() { _d = new(); _d.Unlock(); } }", "Other.cs")]
    public void What_stands_in_other_files_counts(string source, string other, string reportedIn = "Code.cs")
    {
        var compilation = UsageTest.Compile(source)
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText("using Acme;\n" + Helpers, path: "Helpers.cs"), CSharpSyntaxTree.ParseText(other, path: "Other.cs"));

        Assert.Equal("M", Find(compilation));
        Assert.Contains(UsageTest.Analyze(compilation), finding => finding.Id == "PDSL3001" && finding.Location.SourceTree?.FilePath == reportedIn);
    }

    private static string Find(string members) => Find(UsageTest.Compile("using Acme;\nclass Code { " + members + " }")
        .AddSyntaxTrees(CSharpSyntaxTree.ParseText("using Acme;\n" + Helpers, path: "Helpers.cs")));

    /// <summary>The owners of what is found in the first file.</summary>
    private static string Find(Compilation compilation)
    {
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(errors);
        var model = new UsageModel(new MachineCatalog(compilation));
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == "Code.cs");
        return string.Join(", ", new CodeFinder(model, compilation.GetSemanticModel(tree), CancellationToken.None).Find().Select(piece => piece.Owner.Name));
    }
}
