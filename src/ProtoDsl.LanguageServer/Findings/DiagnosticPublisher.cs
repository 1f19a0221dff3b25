using ProtoDsl.LanguageServer.Lsp;
using ProtoDsl.LanguageServer.Transport;
using ProtoDsl.LanguageServer.Workspace;

namespace ProtoDsl.LanguageServer.Findings;

/// <summary>Tells the client what is found in open tables. After a change the table that was changed comes first and alone, then the sessions of all; the next
/// change ends what is under way. A table of an old version is never told of.</summary>
internal sealed class DiagnosticPublisher
{
    private readonly DocumentFindings _findings;
    private readonly Func<TableSet> _current;
    private readonly MessageWriter _writer;
    private readonly Action<Exception> _report;
    private readonly object _lock = new();
    private readonly Dictionary<string, (TableDocument Document, IReadOnlyList<JudgedFinding> Findings)> _told = [];
    private readonly HashSet<Task> _running = [];
    private CancellationTokenSource _run = new();

    /// <param name="findings">Where they come from.</param>
    /// <param name="current">The tables as they are at a moment.</param>
    /// <param name="writer">Where they are told.</param>
    /// <param name="report">Told of a defect of ours.</param>
    public DiagnosticPublisher(DocumentFindings findings, Func<TableSet> current, MessageWriter writer, Action<Exception> report)
    {
        _findings = findings;
        _current = current;
        _writer = writer;
        _report = report;
    }

    /// <summary>Something has changed.</summary>
    /// <param name="tables">What there is now.</param>
    /// <param name="path">The table that has changed; null for several.</param>
    public void Changed(TableSet tables, string? path)
    {
        lock (_lock)
        {
            _run.Cancel();
            _run = new CancellationTokenSource();
            foreach (var closed in _told.Keys.Where(told => tables.Find(told) is not { IsOpen: true }).ToArray())
            {
                _writer.Notify("textDocument/publishDiagnostics", new PublishDiagnosticsParams(_told[closed].Document.Uri, null, []), LspJson.Of<PublishDiagnosticsParams>());
                _told.Remove(closed);
            }

            var token = _run.Token;
            var task = Task.Run(() => Run(tables, path, token), CancellationToken.None);
            _running.Add(task);
            task.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <summary>Ends once nothing is under way.</summary>
    public Task FinishAsync()
    {
        lock (_lock)
        {
            return Task.WhenAll(_running);
        }
    }

    /// <summary>Ends what is under way.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            _run.Cancel();
        }
    }

    private void Run(TableSet tables, string? path, CancellationToken cancellationToken)
    {
        try
        {
            var open = tables.All.Where(document => document.IsOpen).OrderBy(document => document.Path != path).ToArray();
            foreach (var document in open.Where(document => document.Path == path || !IsTold(document)))
            {
                Tell(document, tables, _findings.OfTable(document, cancellationToken), cancellationToken);
            }

            foreach (var document in open)
            {
                Tell(document, tables, _findings.Of(document, tables, cancellationToken), cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Another run has begun.
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            _report(exception);
        }
    }

    private bool IsTold(TableDocument document)
    {
        lock (_lock)
        {
            return _told.ContainsKey(document.Path);
        }
    }

    private void Tell(TableDocument document, TableSet tables, IReadOnlyList<JudgedFinding> findings, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            // A run that has been ended may come here late: other tables may have changed since, though this one has not.
            cancellationToken.ThrowIfCancellationRequested();
            var isOld = _current().Find(document.Path) != document;
            if (isOld || (_told.TryGetValue(document.Path, out var told) && told.Document == document && told.Findings.SequenceEqual(findings)))
            {
                return;
            }

            _told[document.Path] = (document, findings);
            var message = new PublishDiagnosticsParams(document.Uri, document.Version, DiagnosticWriter.Of(document, tables, findings));
            _writer.Notify("textDocument/publishDiagnostics", message, LspJson.Of<PublishDiagnosticsParams>());
        }
    }

    private void Forget(Task task)
    {
        lock (_lock)
        {
            _running.Remove(task);
        }
    }
}
