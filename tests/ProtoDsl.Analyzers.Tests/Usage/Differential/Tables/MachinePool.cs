using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoDsl.Analyzers.Generation.Emission;
using ProtoDsl.Analyzers.Tests.Harness;
using ProtoDsl.Language;
using ProtoDsl.Language.Model;
using ProtoDsl.Testing;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Tables;

/// <summary>The machines that programs use, as the generator writes them, in an assembly of their own: those of the sample tables, and random ones.</summary>
internal sealed class MachinePool
{
    /// <summary>The assembly of programs; it may use what is internal to the machines.</summary>
    public const string ProgramsAssembly = "Programs";

    private const string UserTypes = $$"""
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("{{ProgramsAssembly}}")]
        namespace Acme.Web { internal readonly struct HeaderBlock { } internal enum ErrorCode { None } }
        namespace Acme.Net { internal sealed class Options { } }
        """;

    private readonly Assembly _machines;

    private MachinePool(byte[] image, ImmutableArray<MachineShape> shapes)
    {
        Shapes = shapes;
        _machines = new AssemblyLoadContext("Machines").LoadFromStream(new MemoryStream(image));
        Reference = MetadataReference.CreateFromImage(image);
    }

    public ImmutableArray<MachineShape> Shapes { get; }

    /// <summary>The machines for the compilation of programs.</summary>
    public MetadataReference Reference { get; }

    /// <summary>The sample tables and as many random ones as asked, one in five of them asynchronous.</summary>
    public static MachinePool Create(int seed, int randomTables)
    {
        var tables = SampleTables.Names
            .Select(name => (Text: SampleTables.Text(name), TransitionFile.Read(SampleTables.Text(name), name).Protocol))
            .Concat(Enumerable.Range(0, randomTables).Select(index => RandomTable.Make(new Random((seed * 1000) + index), $"Rnd{index}", isAsync: index % 5 == 4)))
            .ToArray();
        var shapes = tables.SelectMany(table => new ShapeReader(table.Protocol, table.Text).Read()).ToImmutableArray();
        var sources = tables.Select(table => ProtocolEmitter.Emit(table.Protocol, CancellationToken.None)).Append(UserTypes);
        var compilation = Compile(sources);
        var machines = tables.SelectMany(table => table.Protocol.Machines.Select(machine => Name(table.Protocol, machine)));
        var actions = ActionsSource.Write(compilation, machines);
        using var image = new MemoryStream();
        var result = compilation.AddSyntaxTrees(Parse(actions), Parse(LiveSource.Write(shapes))).Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(10)));
        return new MachinePool(image.ToArray(), shapes);
    }

    /// <summary>Loads compiled programs beside the machines. They are never unloaded: code that can be is compiled several times slower.</summary>
    public Assembly Load(byte[] programs)
    {
        var context = new AssemblyLoadContext(ProgramsAssembly);
        context.Resolving += (_, name) => name.Name == _machines.GetName().Name ? _machines : null;
        return context.LoadFromStream(new MemoryStream(programs));
    }

    private static string Name(Protocol protocol, Machine machine) => (protocol.Namespace is { } name ? name + "." : "") + machine.ClassName;

    private static CSharpCompilation Compile(IEnumerable<string> sources) => CSharpCompilation.Create(
        "Machines",
        sources.Select(Parse),
        [.. TargetReferences.Of(TargetFramework.Running), MetadataReference.CreateFromFile(typeof(MachinePool).Assembly.Location)],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));

    private static SyntaxTree Parse(string source) =>
        CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None));
}
