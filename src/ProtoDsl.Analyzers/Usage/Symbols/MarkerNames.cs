using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Symbols;

/// <summary>The names by which the analyzer knows generated code. It does not load the runtime library; it reads its marks.</summary>
internal static class MarkerNames
{
    public const string StateMachine = "ProtoDsl.Metadata.StateMachineAttribute";

    public const string StateMachineClass = "StateMachineAttribute";

    /// <summary>True for <c>ProtoDsl.Metadata</c>.</summary>
    public static bool IsMetadataNamespace(INamespaceSymbol? name) =>
        name is { Name: "Metadata", ContainingNamespace: { Name: "ProtoDsl", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>True for the mark of a machine's class.</summary>
    public static bool IsStateMachine(INamedTypeSymbol? attribute) =>
        attribute is { Name: StateMachineClass } && IsMetadataNamespace(attribute.ContainingNamespace);
}
