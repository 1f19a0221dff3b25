using Microsoft.CodeAnalysis.CodeFixes;

namespace ProtoDsl.CodeFixes.Tests.Usage.Harness;

/// <summary>Every repair of C# that the package has, found as an editor finds them.</summary>
internal static class Providers
{
    public static IReadOnlyList<CodeFixProvider> All { get; } =
        [.. typeof(TableFixProvider).Assembly.DefinedTypes
            .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract && type != typeof(TableFixProvider))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)];
}
