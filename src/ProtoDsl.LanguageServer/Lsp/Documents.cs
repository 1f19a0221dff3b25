namespace ProtoDsl.LanguageServer.Lsp;

/// <summary>A document is open: its text is the client's from now on.</summary>
internal sealed record DidOpenParams
{
    public required OpenedDocument TextDocument { get; init; }
}

/// <summary>An opened document.</summary>
internal sealed record OpenedDocument
{
    public required string Uri { get; init; }

    public int Version { get; init; }

    public required string Text { get; init; }
}

/// <summary>An open document has changed.</summary>
internal sealed record DidChangeParams
{
    public required ChangedDocument TextDocument { get; init; }

    public required IReadOnlyList<ContentChange> ContentChanges { get; init; }
}

/// <summary>A document and the version that it has now.</summary>
internal sealed record ChangedDocument
{
    public required string Uri { get; init; }

    public int Version { get; init; }
}

/// <summary>One change; each starts from what the one before it left. Without a range the text is the whole document.</summary>
internal sealed record ContentChange
{
    public TextRange? Range { get; init; }

    public required string Text { get; init; }
}

/// <summary>Something about one document.</summary>
internal sealed record DocumentParams
{
    public required DocumentIdentifier TextDocument { get; init; }
}

/// <summary>Something about a place in a document.</summary>
internal sealed record PositionParams
{
    public required DocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }
}

/// <summary>Files have changed outside of the editor.</summary>
internal sealed record DidChangeFilesParams
{
    public required IReadOnlyList<FileChange> Changes { get; init; }
}

/// <summary>A file that was made, changed or removed: which, the file system says.</summary>
internal sealed record FileChange
{
    public required string Uri { get; init; }
}

/// <summary>Folders were opened or closed.</summary>
internal sealed record DidChangeFoldersParams
{
    public required FoldersChange Event { get; init; }
}

/// <summary>Which.</summary>
internal sealed record FoldersChange
{
    public IReadOnlyList<WorkspaceFolder> Added { get; init; } = [];

    public IReadOnlyList<WorkspaceFolder> Removed { get; init; } = [];
}

/// <summary>All findings about a document, which replace those told before.</summary>
internal sealed record PublishDiagnosticsParams(string Uri, int? Version, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>A finding.</summary>
/// <param name="Range">Where.</param>
/// <param name="Severity">1: error, 2: warning, 3: information, 4: hint.</param>
/// <param name="Code">The rule.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Message">What.</param>
internal sealed record Diagnostic(TextRange Range, int? Severity, string? Code, string? Source, string Message)
{
    /// <summary>1: the text does nothing, and is shown pale.</summary>
    public IReadOnlyList<int>? Tags { get; init; }

    public IReadOnlyList<RelatedInformation>? RelatedInformation { get; init; }
}

/// <summary>Another place that belongs to a finding: a step of the trace that leads to it.</summary>
internal sealed record RelatedInformation(Location Location, string Message);
