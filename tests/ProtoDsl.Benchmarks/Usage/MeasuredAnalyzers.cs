using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProtoDsl.Analyzers.Usage;

namespace ProtoDsl.Benchmarks.Usage;

/// <summary>What ours is compared with.</summary>
internal static class MeasuredAnalyzers
{
    /// <summary>All of ours that look at C#.</summary>
    public static IReadOnlyList<DiagnosticAnalyzer> Ours =>
    [
        .. typeof(MachineUsageAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .Where(type => type.Namespace?.StartsWith(typeof(MachineUsageAnalyzer).Namespace ?? "", StringComparison.Ordinal) == true)
            .Select(type => (DiagnosticAnalyzer?)Activator.CreateInstance(type))
            .OfType<DiagnosticAnalyzer>(),
    ];

    /// <summary>The SDK's rule "dispose objects before losing scope", which follows objects through the flow as ours does.</summary>
    /// <returns>The analyzer; null, with a message, where the SDK that built this has none.</returns>
    public static DiagnosticAnalyzer? Ca2000(out string message)
    {
        var folder = Path.Combine(
            typeof(MeasuredAnalyzers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(pair => pair.Key == "SdksPath").Value ?? "", "Microsoft.NET.Sdk", "analyzers");
        var path = Path.Combine(folder, "Microsoft.CodeAnalysis.NetAnalyzers.dll");
        if (!File.Exists(path))
        {
            message = $"CA2000 is not measured: '{path}' does not exist.";
            return null;
        }

        message = "";
        return TypesOf(Assembly.LoadFrom(path))
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && type.Name == "DisposeObjectsBeforeLosingScope")
            .Select(type => (DiagnosticAnalyzer?)Activator.CreateInstance(type))
            .Single();
    }

    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            // Some of its types need the workspaces, which are not here.
            return exception.Types.OfType<Type>();
        }
    }
}

/// <summary>Registers nothing: the host then does nothing either, and does not even have the compilation bound.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
#pragma warning disable RS1012, RS1036, RS1038, RS1041, RS2008 // Rules for analyzers that ship.
internal sealed class NothingAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [new("X0001", "Nothing", "Nothing", "Measure", DiagnosticSeverity.Warning, true)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static _ => { });
    }
}

/// <summary>Asks for every type, and then for nothing in it: the host then has the whole compilation bound, which the compiler does in any case. What
/// another analyzer takes beyond this one is its price.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TypesAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [new("X0003", "Types", "Types", "Measure", DiagnosticSeverity.Warning, true)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(static _ => { }, SymbolKind.NamedType);
    }
}

/// <summary>Registers one operation action that does nothing: what the least analyzer costs that looks into bodies.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TrivialAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [new("X0002", "Trivial", "Trivial", "Measure", DiagnosticSeverity.Warning, true)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(static _ => { }, OperationKind.Invocation);
    }
}
#pragma warning restore
