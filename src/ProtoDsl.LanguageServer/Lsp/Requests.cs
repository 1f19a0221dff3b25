namespace ProtoDsl.LanguageServer.Lsp;

/// <summary>Where is it used?</summary>
internal sealed record ReferenceParams
{
    public required DocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }

    public ReferenceContext? Context { get; init; }
}

/// <summary>How it is asked.</summary>
internal sealed record ReferenceContext
{
    public bool IncludeDeclaration { get; init; }
}

/// <summary>Give it another name.</summary>
internal sealed record RenameParams
{
    public required DocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }

    public required string NewName { get; init; }
}

/// <summary>What would be renamed, and what is offered to begin with.</summary>
internal sealed record PrepareRenameResult(TextRange Range, string Placeholder);

/// <summary>A place in the same document. 1: as text, 2: it is read, 3: it is written.</summary>
internal sealed record DocumentHighlight(TextRange Range, int Kind);

/// <summary>What is shown over a place.</summary>
internal sealed record HoverResult(MarkupContent Contents, TextRange? Range);

/// <summary>Format a part.</summary>
internal sealed record RangeFormattingParams
{
    public required DocumentIdentifier TextDocument { get; init; }

    public required TextRange Range { get; init; }
}

/// <summary>What can be done here?</summary>
internal sealed record CodeActionParams
{
    public required DocumentIdentifier TextDocument { get; init; }

    public required TextRange Range { get; init; }

    public CodeActionContext? Context { get; init; }
}

/// <summary>What is known at the client.</summary>
internal sealed record CodeActionContext
{
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    public IReadOnlyList<string>? Only { get; init; }
}

/// <summary>Something that can be done.</summary>
internal sealed record CodeAction(string Title, string Kind, WorkspaceEdit Edit)
{
    public IReadOnlyList<Diagnostic>? Diagnostics { get; init; }

    public bool? IsPreferred { get; init; }
}

/// <summary>What may stand here?</summary>
internal sealed record CompletionParams
{
    public required DocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }

    public CompletionContext? Context { get; init; }
}

/// <summary>Why it is asked.</summary>
internal sealed record CompletionContext
{
    /// <summary>The character that was written; null where the user asked.</summary>
    public string? TriggerCharacter { get; init; }
}

/// <summary>What may stand here.</summary>
internal sealed record CompletionList(bool IsIncomplete, IReadOnlyList<CompletionItem> Items);

/// <summary>One of the things that may stand here.</summary>
internal sealed record CompletionItem(string Label, int Kind)
{
    public string? Detail { get; init; }

    public MarkupContent? Documentation { get; init; }

    public string? SortText { get; init; }

    public RangeEdit? TextEdit { get; init; }

    /// <summary>2: the text has places to fill in.</summary>
    public int? InsertTextFormat { get; init; }
}

/// <summary>A part of a document in its outline.</summary>
internal sealed record DocumentSymbol(string Name, int Kind, TextRange Range, TextRange SelectionRange)
{
    public string? Detail { get; init; }

    public IReadOnlyList<DocumentSymbol>? Children { get; init; }
}

/// <summary>Find a declaration in all documents.</summary>
internal sealed record WorkspaceSymbolParams
{
    public required string Query { get; init; }
}

/// <summary>A declaration.</summary>
internal sealed record SymbolInformation(string Name, int Kind, Location Location, string? ContainerName);

/// <summary>Lines that can be folded away under the first of them.</summary>
internal sealed record FoldingRange(int StartLine, int EndLine, string? Kind);

/// <summary>Five numbers a token, each token relative to the one before.</summary>
internal sealed record SemanticTokens(IReadOnlyList<int> Data);
