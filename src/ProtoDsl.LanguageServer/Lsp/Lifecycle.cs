namespace ProtoDsl.LanguageServer.Lsp;

/// <summary>What the client says first.</summary>
internal sealed record InitializeParams
{
    public string? RootUri { get; init; }

    public string? RootPath { get; init; }

    public IReadOnlyList<WorkspaceFolder>? WorkspaceFolders { get; init; }

    public ClientCapabilities? Capabilities { get; init; }
}

/// <summary>A folder that is open in the editor.</summary>
internal sealed record WorkspaceFolder
{
    public required string Uri { get; init; }
}

/// <summary>What the client can do, as far as it matters here.</summary>
internal sealed record ClientCapabilities
{
    public WorkspaceCapabilities? Workspace { get; init; }

    public DocumentCapabilities? TextDocument { get; init; }
}

/// <summary>Of the workspace.</summary>
internal sealed record WorkspaceCapabilities
{
    public EditCapabilities? WorkspaceEdit { get; init; }

    public DynamicCapability? DidChangeWatchedFiles { get; init; }
}

/// <summary>Of edits.</summary>
internal sealed record EditCapabilities
{
    public bool DocumentChanges { get; init; }
}

/// <summary>Of something that can be asked for later.</summary>
internal sealed record DynamicCapability
{
    public bool DynamicRegistration { get; init; }
}

/// <summary>Of documents.</summary>
internal sealed record DocumentCapabilities
{
    public HoverCapabilities? Hover { get; init; }

    public CompletionCapabilities? Completion { get; init; }
}

/// <summary>Of hover.</summary>
internal sealed record HoverCapabilities
{
    public IReadOnlyList<string>? ContentFormat { get; init; }
}

/// <summary>Of completion.</summary>
internal sealed record CompletionCapabilities
{
    public CompletionItemCapabilities? CompletionItem { get; init; }
}

/// <summary>Of its items.</summary>
internal sealed record CompletionItemCapabilities
{
    public bool SnippetSupport { get; init; }

    public IReadOnlyList<string>? DocumentationFormat { get; init; }
}

/// <summary>What the server says first.</summary>
internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);

/// <summary>Who answers.</summary>
internal sealed record ServerInfo(string Name, string Version);

/// <summary>What the server can do.</summary>
internal sealed record ServerCapabilities
{
    public string PositionEncoding { get; init; } = "utf-16";

    public SyncOptions TextDocumentSync { get; init; } = new(true, 2);

    public CompletionOptions CompletionProvider { get; init; } = new(["?", "!", ">", "/", "[", "(", ":", " "]);

    public bool HoverProvider { get; init; } = true;

    public bool DefinitionProvider { get; init; } = true;

    public bool ReferencesProvider { get; init; } = true;

    public bool DocumentHighlightProvider { get; init; } = true;

    public bool DocumentSymbolProvider { get; init; } = true;

    public bool WorkspaceSymbolProvider { get; init; } = true;

    public bool DocumentFormattingProvider { get; init; } = true;

    public bool DocumentRangeFormattingProvider { get; init; } = true;

    public bool FoldingRangeProvider { get; init; } = true;

    public RenameOptions RenameProvider { get; init; } = new(true);

    public CodeActionOptions CodeActionProvider { get; init; } = new(["quickfix"]);

    public WorkspaceServerCapabilities Workspace { get; init; } = new(new FoldersOptions(true, true));

    public SemanticTokensOptions SemanticTokensProvider { get; init; } = new(new SemanticTokensLegend([], []), true);
}

/// <summary>What the server can do with workspaces.</summary>
internal sealed record WorkspaceServerCapabilities(FoldersOptions WorkspaceFolders);

/// <summary>True and true: there may be many, and it wants to be told which.</summary>
internal sealed record FoldersOptions(bool Supported, bool ChangeNotifications);

/// <summary>How documents are told.</summary>
/// <param name="OpenClose">Opening and closing too.</param>
/// <param name="Change">2: by what has changed.</param>
internal sealed record SyncOptions(bool OpenClose, int Change);

/// <summary>The characters after which a list of completions is asked for.</summary>
internal sealed record CompletionOptions(IReadOnlyList<string> TriggerCharacters);

/// <summary>True where <c>prepareRename</c> is understood.</summary>
internal sealed record RenameOptions(bool PrepareProvider);

/// <summary>The kinds of actions there are.</summary>
internal sealed record CodeActionOptions(IReadOnlyList<string> CodeActionKinds);

/// <summary>What semantic tokens can be.</summary>
internal sealed record SemanticTokensOptions(SemanticTokensLegend Legend, bool Full);

/// <summary>Names of the numbers in semantic tokens.</summary>
internal sealed record SemanticTokensLegend(IReadOnlyList<string> TokenTypes, IReadOnlyList<string> TokenModifiers);

/// <summary>What the server asks for once it is running.</summary>
internal sealed record RegistrationParams(IReadOnlyList<Registration> Registrations);

/// <summary>To be told of files that change.</summary>
internal sealed record Registration(string Id, string Method, WatchOptions RegisterOptions);

/// <summary>Which files.</summary>
internal sealed record WatchOptions(IReadOnlyList<FileWatcher> Watchers);

/// <summary>Files by their names.</summary>
internal sealed record FileWatcher(string GlobPattern);

/// <summary>A line in the client's log. 1: error, 2: warning, 3: information.</summary>
internal sealed record LogMessageParams(int Type, string Message);
