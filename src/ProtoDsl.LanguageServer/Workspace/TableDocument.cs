using ProtoDsl.Language;
using ProtoDsl.Language.Names;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Language.Text;
using ProtoDsl.LanguageServer.Lsp;
using ProtoDsl.Verification;

namespace ProtoDsl.LanguageServer.Workspace;

/// <summary>One version of a table. What it means is found out when it is first asked for, and then known.</summary>
internal sealed class TableDocument
{
    private readonly object _lock = new();
    private readonly Lazy<LineMap> _lines;
    private TransitionFileSyntax? _syntax;
    private TableFile? _file;
    private NameMap? _names;

    /// <param name="uri">As the client writes it.</param>
    /// <param name="path">Its path; of what is no file, the URI.</param>
    /// <param name="version">The client's; null where the text is that of the file.</param>
    /// <param name="text">The text.</param>
    public TableDocument(string uri, string path, int? version, string text)
    {
        Uri = uri;
        Path = path;
        Version = version;
        Text = text;
        _lines = new Lazy<LineMap>(() => new LineMap(text));
    }

    public string Uri { get; }

    public string Path { get; }

    public int? Version { get; }

    public string Text { get; }

    public bool IsOpen => Version is not null;

    public LineMap Lines => _lines.Value;

    public TransitionFileSyntax Syntax(CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            return _syntax ??= TransitionFile.Parse(Text, cancellationToken);
        }
    }

    public TableFile File(CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            return _file ??= new TableFile(Path, TransitionFile.Read(Text, Syntax(cancellationToken), DocumentPath.NameOf(Path), cancellationToken));
        }
    }

    public NameMap Names(CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            return _names ??= TransitionFile.Names(Syntax(cancellationToken), File(cancellationToken).Bound.Protocol.Name);
        }
    }

    /// <summary>The offset of a place. One past the end of a line is the end of the line, one past the last line that of the text.</summary>
    public int OffsetOf(Position position)
    {
        if (position.Line < 0)
        {
            return 0;
        }

        if (position.Line >= Lines.LineCount)
        {
            return Text.Length;
        }

        var start = Lines.StartOf(position.Line);
        var end = position.Line + 1 < Lines.LineCount ? Lines.StartOf(position.Line + 1) : Text.Length;
        while (end > start && Text[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return start + Math.Clamp(position.Character, 0, end - start);
    }

    public TextSpan SpanOf(TextRange range)
    {
        var start = OffsetOf(range.Start);
        return TextSpan.FromBounds(start, Math.Max(start, OffsetOf(range.End)));
    }

    public Position PositionOf(int offset)
    {
        var position = Lines.PositionOf(Math.Clamp(offset, 0, Text.Length));
        return new Position(position.Line, position.Column);
    }

    public TextRange RangeOf(TextSpan span) => new(PositionOf(span.Start), PositionOf(span.End));

    public Location LocationOf(TextSpan span) => new(Uri, RangeOf(span));

    /// <summary>The text after changes, one after the other.</summary>
    public TableDocument With(int version, IReadOnlyList<ContentChange> changes)
    {
        var document = this;
        foreach (var change in changes)
        {
            var span = change.Range is { } range ? document.SpanOf(range) : new TextSpan(0, document.Text.Length);
            document = new TableDocument(Uri, Path, version, string.Concat(document.Text.AsSpan(0, span.Start), change.Text, document.Text.AsSpan(span.End)));
        }

        return changes.Count > 0 ? document : new TableDocument(Uri, Path, version, Text);
    }
}
