using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Contracts;

/// <summary>The attributes that a user may write about states.</summary>
internal enum ContractKind
{
    InState,
    EnsuresState,
    EnsuresStateWhen,
    StateUnchanged,
    TakesOwnership,
    MemberInState,
}

/// <summary>The names by which they are known.</summary>
internal static class ContractKinds
{
    private const string Suffix = "Attribute";

    /// <summary>All names, with and without <c>Attribute</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = Enum.GetNames(typeof(ContractKind)).SelectMany(name => new[] { name, name + Suffix }).ToArray();

    /// <summary>False for a text in which none of the names stands: a search that the runtime does many characters at a time.</summary>
    public static bool MayBeNamedIn(string text) =>
        text.IndexOf("State", StringComparison.Ordinal) >= 0 || text.IndexOf(nameof(ContractKind.TakesOwnership), StringComparison.Ordinal) >= 0;

    /// <summary>What an attribute says; null for one that is none of ours.</summary>
    public static ContractKind? Of(INamedTypeSymbol? attribute) =>
        attribute is { ContainingType: null, ContainingNamespace: { Name: "ProtoDsl", ContainingNamespace.IsGlobalNamespace: true } }
            ? Named(attribute.Name)
            : null;

    /// <summary>The same by the name that stands in the source, with or without <c>Attribute</c>; null for another name.</summary>
    public static ContractKind? Named(string name) => (name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name) switch
    {
        "InState" => ContractKind.InState,
        "EnsuresState" => ContractKind.EnsuresState,
        "EnsuresStateWhen" => ContractKind.EnsuresStateWhen,
        "StateUnchanged" => ContractKind.StateUnchanged,
        "TakesOwnership" => ContractKind.TakesOwnership,
        "MemberInState" => ContractKind.MemberInState,
        _ => null,
    };

    /// <summary>How many arguments stand before the states; -1 where no states stand.</summary>
    public static int LeadingArguments(this ContractKind kind) => kind switch
    {
        ContractKind.InState or ContractKind.EnsuresState => 0,
        ContractKind.EnsuresStateWhen or ContractKind.MemberInState => 1,
        _ => -1,
    };
}
