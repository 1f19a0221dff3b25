namespace ProtoDsl.LanguageServer.Lsp;

/// <summary>A place in a text: line, and UTF-16 code units from its start, both from 0.</summary>
internal readonly record struct Position(int Line, int Character);

/// <summary>A stretch of a text; its end does not belong to it.</summary>
internal readonly record struct TextRange(Position Start, Position End);

/// <summary>A stretch of a document.</summary>
internal sealed record Location(string Uri, TextRange Range);

/// <summary>A replacement.</summary>
internal sealed record RangeEdit(TextRange Range, string NewText);

/// <summary>A document.</summary>
internal sealed record DocumentIdentifier
{
    public required string Uri { get; init; }
}

/// <summary>A document in one of its versions; null for one that is not open.</summary>
internal sealed record VersionedDocument(string Uri, int? Version);

/// <summary>Replacements in one version of a document.</summary>
internal sealed record DocumentEdit(VersionedDocument TextDocument, IReadOnlyList<RangeEdit> Edits);

/// <summary>Replacements in several documents; in the one form or the other, as the client can read.</summary>
internal sealed record WorkspaceEdit
{
    public IReadOnlyDictionary<string, IReadOnlyList<RangeEdit>>? Changes { get; init; }

    public IReadOnlyList<DocumentEdit>? DocumentChanges { get; init; }
}

/// <summary>Text that is shown.</summary>
/// <param name="Kind"><c>markdown</c> or <c>plaintext</c>.</param>
/// <param name="Value">The text.</param>
internal sealed record MarkupContent(string Kind, string Value);
