using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProtoDsl.Benchmarks.Usage;

/// <summary>Generated source, the same each time.</summary>
internal sealed class MeasuredProject
{
    private const int MethodsInType = 10;

    private static readonly MetadataReference[] s_framework = Directory
        .EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "", "System*.dll")
        .Where(path => !path.Contains("Native", StringComparison.Ordinal))
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToArray();

    private static readonly MetadataReference s_runtime = MetadataReference.CreateFromFile(typeof(ProtocolException).Assembly.Location);

    private readonly SyntaxTree[] _trees;
    private readonly bool _knowsRuntime;

    private MeasuredProject(IEnumerable<string> sources, bool knowsRuntime, bool hasMachine)
    {
        var trees = sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, path: $"Code{index}.cs"));
        _trees = hasMachine ? [.. trees, .. MeasuredMachine.Trees] : [.. trees];
        _knowsRuntime = knowsRuntime;
        Lines = _trees.Where(tree => tree.FilePath.StartsWith("Code", StringComparison.Ordinal)).Sum(tree => tree.GetText().Lines.Count);
    }

    /// <summary>Its size, without the generated machine.</summary>
    public int Lines { get; }

    /// <summary>How many methods use a machine.</summary>
    public int MachineMethodCount { get; private init; }

    /// <summary>So many lines of ordinary code.</summary>
    /// <param name="lines">About how many.</param>
    /// <param name="knowsRuntime">True: the runtime library is referenced, though nothing uses it.</param>
    public static MeasuredProject WithoutMachines(int lines, bool knowsRuntime) => new(Sources(lines, 0, false, out _), knowsRuntime, hasMachine: false);

    /// <summary>So many lines, of which some methods use a machine.</summary>
    /// <param name="lines">About how many.</param>
    /// <param name="every">One method in so many; 1: each.</param>
    /// <param name="isWrong">True: each of those methods has a mistake.</param>
    public static MeasuredProject WithMachines(int lines, int every, bool isWrong)
    {
        var sources = Sources(lines, every, isWrong, out var count);
        return new(sources, knowsRuntime: true, hasMachine: true) { MachineMethodCount = count };
    }

    /// <summary>So many methods, each of which uses a machine.</summary>
    /// <param name="count">How many.</param>
    /// <param name="isWrong">True: each has a mistake.</param>
    public static MeasuredProject OfMachineMethods(int count, bool isWrong = false)
    {
        var methods = string.Concat(Enumerable.Range(0, count).Select(number => MachineMethods.Of(number, isWrong)));
        return new([$"using Measured;\nusing System.Collections.Generic;\nclass Code {{\n{methods}}}\n"], knowsRuntime: true, hasMachine: true) { MachineMethodCount = count };
    }

    /// <summary>One method of given statements, with so many machines <c>l0</c>, <c>l1</c>, ….</summary>
    public static MeasuredProject OfOneMethod(string statements, int machines)
    {
        var locals = string.Concat(Enumerable.Range(0, machines).Select(index => $"var l{index} = new Link(actions);\n"));
        return new([$"using Measured;\nclass Code {{ void M(ILinkActions actions, bool b, int n) {{\n{locals}{statements}\n}} }}"], knowsRuntime: true, hasMachine: true) { MachineMethodCount = 1 };
    }

    /// <summary>A compilation that no analyzer has seen before, and that is known to have no error.</summary>
    /// <param name="enabled">Rules that are off by default.</param>
    public Compilation Compile(params string[] enabled)
    {
        var compilation = CSharpCompilation.Create(
            "measured",
            _trees,
            _knowsRuntime ? [.. s_framework, s_runtime] : s_framework,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                specificDiagnosticOptions: enabled.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Warn))));
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        return errors.Length == 0 ? compilation : throw new InvalidOperationException(string.Join('\n', errors.Take(5)));
    }

    private static List<string> Sources(int lines, int every, bool isWrong, out int machineMethods)
    {
        var sources = new List<string>();
        machineMethods = 0;
        for (var (method, written) = (0, 0); written < lines;)
        {
            var source = new StringBuilder("using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Text;\nusing System.Threading.Tasks;\n");
            source.Append(every > 0 ? "using Measured;\n" : "").Append("namespace Code;\n\npublic sealed class Part").Append(sources.Count).Append("\n{\n    private int _reads;\n\n");
            for (var i = 0; i < MethodsInType; i++, method++)
            {
                // Spread over types as chance would have it: 7 and 20 have no common divisor.
                var usesMachine = every > 0 && method * 7 % every == 0;
                source.Append(usesMachine ? MachineMethods.Of(machineMethods++, isWrong) : OrdinaryMethods.Of(method));
            }

            sources.Add(source.Append("}\n").ToString());
            written += sources[^1].AsSpan().Count('\n');
        }

        return sources;
    }
}
