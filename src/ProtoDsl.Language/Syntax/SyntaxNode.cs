using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Syntax;

/// <summary>A piece of a transition file as it was written, before any name has a meaning.</summary>
public abstract record SyntaxNode
{
    /// <summary>Where it stands: first to last token, without comments.</summary>
    public required TextSpan Span { get; init; }
}

/// <summary>An identifier. <see cref="Text"/> is without the <c>@</c> that escapes a keyword; empty where one was expected and none stands.</summary>
public sealed record NameSyntax(string Text) : SyntaxNode
{
    /// <summary>True where the parser put a name that the text does not have.</summary>
    public bool IsMissing => Text.Length == 0;
}

/// <summary>Names joined by dots: <c>Acme.Net</c>.</summary>
public sealed record DottedNameSyntax(string Text) : SyntaxNode;

/// <summary>A whole number.</summary>
public sealed record NumberSyntax(long Value) : SyntaxNode;

/// <summary>A string without its quotes, escapes resolved.</summary>
public sealed record StringSyntax(string Text) : SyntaxNode;

/// <summary>A C# type, parsed and printed anew in one canonical form; never the text of the table itself.</summary>
/// <param name="Text">Canonical text: <c>System.Collections.Generic.List&lt;int?&gt;</c>.</param>
/// <param name="SimpleName">The name, where the type is one plain identifier and may therefore also be a declared tag; else null.</param>
public sealed record CSharpTypeSyntax(string Text, string? SimpleName) : SyntaxNode;
