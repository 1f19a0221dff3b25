using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoDsl.Analyzers.Tests.Usage.Harness;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Tests.Usage.Summaries.Harness;

/// <summary>Sources beside the machines of the tests, and the way to their methods by name.</summary>
internal sealed class SourceProgram
{
    private const string Usings = "using System; using System.Collections; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using Acme;\n";

    private SourceProgram(Compilation compilation)
    {
        Compilation = compilation;
        Code = new ProgramCode(new MachineCatalog(compilation));
    }

    public Compilation Compilation { get; }

    public ProgramCode Code { get; }

    /// <summary>Several files; they must compile.</summary>
    public static SourceProgram Of(params string[] sources)
    {
        var program = Unchecked(sources);
        var errors = program.Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        Assert.True(errors.Length == 0, string.Join("\n", errors.Take(10)));
        return program;
    }

    /// <summary>The same without a look at errors, which takes time for large ones.</summary>
    public static SourceProgram Unchecked(params string[] sources) => new(With(UsageTest.Compile(Usings + sources[0]), sources[1..]));

    /// <summary>Beside machines that stand in another assembly.</summary>
    public static SourceProgram BesideAssembly(string source) => new(UsageTest.Compile(Usings + source, UsageTest.MachinesAssembly()));

    /// <summary>A program with a class <c>C</c> of the given members.</summary>
    public static SourceProgram Members(string members) => Of("partial class C { " + members + " }");

    /// <summary>The same compilation, nothing computed yet.</summary>
    public SourceProgram Anew() => new(Compilation);

    /// <summary>As top-level statements.</summary>
    public SourceProgram AsConsole() => new(Compilation.WithOptions(((CSharpCompilationOptions)Compilation.Options).WithOutputKind(OutputKind.ConsoleApplication)));

    /// <summary>A type by its metadata name.</summary>
    public INamedTypeSymbol Type(string name)
    {
        var type = Compilation.GetTypeByMetadataName(name);
        Assert.NotNull(type);
        return type;
    }

    /// <summary>A method as <c>Type.Member</c>; constructors are <c>.ctor</c> and <c>.cctor</c>, accessors <c>get_P</c>.</summary>
    public IMethodSymbol Method(string name, int parameters = -1)
    {
        var dot = name.LastIndexOf('.', name.EndsWith("ctor", StringComparison.Ordinal) ? name.LastIndexOf('.') - 1 : name.Length - 1);
        return Type(name[..dot]).GetMembers(name[(dot + 1)..]).OfType<IMethodSymbol>().First(method => parameters < 0 || method.Parameters.Length == parameters);
    }

    /// <summary>The callees of a method as <c>Type.Member</c>.</summary>
    public string CalleesOf(string method) => CalleesOf(Method(method));

    /// <summary>The same of a method at hand.</summary>
    public string CalleesOf(IMethodSymbol method) => string.Join(" ", Code.Calls.CalleesOf(method, default).InOrder.Select(NameOf));

    public static string NameOf(IMethodSymbol method) => method.ContainingType.Name + "." + method.Name;

    private static Compilation With(CSharpCompilation compilation, string[] sources)
    {
        var options = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        return compilation.AddSyntaxTrees(sources.Select((source, index) => CSharpSyntaxTree.ParseText(Usings + source, options, $"More{index}.cs")));
    }
}
