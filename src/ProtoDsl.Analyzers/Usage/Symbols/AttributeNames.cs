using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProtoDsl.Analyzers.Usage.Symbols;

/// <summary>Names of attributes as they are written.</summary>
internal static class AttributeNames
{
    /// <summary>The last part of a name, without what qualifies it; null for one with type arguments.</summary>
    public static string? LastOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        IdentifierNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };
}
