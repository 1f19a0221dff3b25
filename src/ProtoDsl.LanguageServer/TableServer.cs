using System.Text.Json;
using ProtoDsl.LanguageServer.Features;
using ProtoDsl.LanguageServer.Features.Completion;
using ProtoDsl.LanguageServer.Features.Hover;
using ProtoDsl.LanguageServer.Findings;
using ProtoDsl.LanguageServer.Lsp;
using ProtoDsl.LanguageServer.Transport;
using ProtoDsl.LanguageServer.Workspace;

namespace ProtoDsl.LanguageServer;

/// <summary>Puts the parts together, and keeps the order of a conversation: <c>initialize</c> first, nothing after <c>shutdown</c> but <c>exit</c>.</summary>
internal sealed class TableServer : IRpcTarget
{
    private readonly ServerOptions _options;
    private readonly MessageWriter _writer;
    private readonly TableWorkspace _workspace = new();
    private readonly SeverityCache _severities;
    private readonly DiagnosticPublisher _publisher;
    private readonly MethodTable _methods;
    private readonly CancellationTokenSource _stopping = new();
    private InitializeParams? _client;

    public TableServer(ServerOptions options, MessageWriter writer)
    {
        _options = options;
        _writer = writer;
        _severities = new SeverityCache(options.Severities);
        var findings = new DocumentFindings(_severities);
        _publisher = new DiagnosticPublisher(findings, () => _workspace.Current, writer, exception => Report("diagnostics", exception));
        _workspace.Changed += _publisher.Changed;
        _methods = new MethodTable(() => _workspace.Current);
        AddDocuments();
        AddFeatures(findings);
    }

    /// <inheritdoc/>
    public bool HasExited { get; private set; }

    /// <summary>True once the client has asked for it.</summary>
    public bool WasShutDown { get; private set; }

    private ClientCapabilities? Client => _client?.Capabilities;

    /// <summary>Ends all that is under way.</summary>
    public void Stop()
    {
        _stopping.Cancel();
        _publisher.Stop();
    }

    /// <inheritdoc/>
    public RpcWork BeginRequest(string method, JsonElement parameters)
    {
        if (WasShutDown)
        {
            throw new RpcException(RpcError.InvalidRequest, "The server has been shut down: only 'exit' may follow.");
        }

        if (_client is null != (method == "initialize"))
        {
            throw _client is null
                ? new RpcException(RpcError.NotInitialized, $"'initialize' must come before '{method}'.")
                : new RpcException(RpcError.InvalidRequest, "The server is initialized already.");
        }

        if (method != "shutdown")
        {
            return _methods.Begin(method, parameters);
        }

        WasShutDown = true;
        Stop();
        return new RpcWork(_ => new RpcResult(null, LspJson.Of<InitializeResult>()), IsOrdered: true);
    }

    /// <inheritdoc/>
    public void Notify(string method, JsonElement parameters)
    {
        if (method == "exit")
        {
            HasExited = true;
        }
        else if (_client is not null && !WasShutDown)
        {
            _methods.Notify(method, parameters);
        }
    }

    /// <inheritdoc/>
    public void Report(string method, Exception exception) =>
        _writer.Notify("window/logMessage", new LogMessageParams(1, $"{method}: {(exception is RpcException or JsonException ? exception.Message : exception)}"), LspJson.Of<LogMessageParams>());

    private void AddDocuments()
    {
        _methods.OnOrderedRequest<InitializeParams, InitializeResult>("initialize", Initialize);
        _methods.OnNotification<JsonElement>("initialized", _ => Begin());
        _methods.OnNotification<DidOpenParams>("textDocument/didOpen", opened => _workspace.Open(opened.TextDocument));
        _methods.OnNotification<DidChangeParams>("textDocument/didChange", _workspace.Change);
        _methods.OnNotification<DocumentParams>("textDocument/didClose", closed => _workspace.Close(closed.TextDocument.Uri));
        _methods.OnNotification<DidChangeFilesParams>("workspace/didChangeWatchedFiles", FilesChanged);
        _methods.OnNotification<DidChangeFoldersParams>("workspace/didChangeWorkspaceFolders", changed =>
        {
            _workspace.RemoveFolders(changed.Event.Removed.Select(folder => folder.Uri));
            ReadFolders(changed.Event.Added.Select(folder => folder.Uri));
        });
    }

    private void AddFeatures(DocumentFindings findings)
    {
        var edits = new EditWriter(() => Client?.Workspace?.WorkspaceEdit?.DocumentChanges ?? false);
        var hover = new HoverFeature(findings, _options.RulePage, () => Client?.TextDocument?.Hover?.ContentFormat?.Contains("markdown") ?? false);
        _methods.OnRequest<CompletionParams, CompletionList>("textDocument/completion", CompletionFeature.Find);
        _methods.OnRequest<PositionParams, HoverResult>("textDocument/hover", hover.Find);
        _methods.OnRequest<PositionParams, IReadOnlyList<Location>>("textDocument/definition", DefinitionFeature.Find);
        _methods.OnRequest<ReferenceParams, IReadOnlyList<Location>>("textDocument/references", ReferencesFeature.Find);
        _methods.OnRequest<PositionParams, IReadOnlyList<DocumentHighlight>>("textDocument/documentHighlight", ReferencesFeature.Highlight);
        _methods.OnRequest<PositionParams, PrepareRenameResult>("textDocument/prepareRename", RenameFeature.Prepare);
        _methods.OnRequest<RenameParams, WorkspaceEdit>("textDocument/rename", new RenameFeature(edits).Rename);
        _methods.OnRequest<CodeActionParams, IReadOnlyList<CodeAction>>("textDocument/codeAction", new CodeActionFeature(findings, edits).Find);
        _methods.OnRequest<DocumentParams, IReadOnlyList<RangeEdit>>("textDocument/formatting", FormattingFeature.All);
        _methods.OnRequest<RangeFormattingParams, IReadOnlyList<RangeEdit>>("textDocument/rangeFormatting", FormattingFeature.Part);
        _methods.OnRequest<DocumentParams, IReadOnlyList<DocumentSymbol>>("textDocument/documentSymbol", SymbolFeature.Outline);
        _methods.OnRequest<WorkspaceSymbolParams, IReadOnlyList<SymbolInformation>>("workspace/symbol", SymbolFeature.Find);
        _methods.OnRequest<DocumentParams, IReadOnlyList<FoldingRange>>("textDocument/foldingRange", FoldingFeature.Find);
        _methods.OnRequest<DocumentParams, SemanticTokens>("textDocument/semanticTokens/full", SemanticTokensFeature.Find);
    }

    private InitializeResult Initialize(InitializeParams client)
    {
        _client = client;
        var capabilities = new ServerCapabilities { SemanticTokensProvider = new SemanticTokensOptions(SemanticTokensFeature.Legend, true) };
        return new InitializeResult(capabilities, new ServerInfo("protodsl", _options.Version));
    }

    private void Begin()
    {
        if (Client?.Workspace?.DidChangeWatchedFiles?.DynamicRegistration == true)
        {
            var watched = new Registration("tables", "workspace/didChangeWatchedFiles", new WatchOptions([new FileWatcher("**/*" + DocumentPath.Extension), .. SeverityCache.FileNames.Select(name => new FileWatcher("**/" + name))]));
            _writer.Notify("client/registerCapability", new RegistrationParams([watched]), LspJson.Of<RegistrationParams>(), "protodsl-watch");
        }

        var folders = _client?.WorkspaceFolders?.Select(folder => folder.Uri) ?? [];
        ReadFolders(folders.Any() ? folders : new[] { _client?.RootUri ?? _client?.RootPath }.OfType<string>());
    }

    private void FilesChanged(DidChangeFilesParams changed)
    {
        _severities.Forget();
        _workspace.FilesChanged(changed.Changes.Select(file => file.Uri));
    }

    // A large folder takes its time; what is open is answered meanwhile.
    private void ReadFolders(IEnumerable<string> uris)
    {
        var folders = uris.ToArray();
        Task.Run(() =>
        {
            try
            {
                foreach (var folder in folders)
                {
                    _workspace.AddFolder(folder, _stopping.Token);
                }
            }
            catch (OperationCanceledException)
            {
                // Shut down while reading.
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                Report("reading folders", exception);
            }
        });
    }
}
