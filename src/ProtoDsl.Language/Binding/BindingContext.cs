using System.Collections.Generic;
using System.Threading;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding;

/// <summary>What the parts of the binder share: findings, and where lines are.</summary>
internal sealed class BindingContext(string text, CancellationToken cancellationToken)
{
    private readonly Dictionary<TableSeverity, int> _counts = [];
    private readonly HashSet<string> _said = [];
    private int _suggestions;

    /// <summary>Where lines begin.</summary>
    public LineMap Lines { get; } = new(text);

    /// <summary>Findings so far.</summary>
    public List<TableDiagnostic> Diagnostics { get; } = [];

    /// <summary>Every C# type named so far.</summary>
    public List<CSharpTypeUse> CSharpTypes { get; } = [];

    /// <summary>True once an error, of syntax or of meaning, was found.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>True where a line could not be read: what seems to be missing may stand there.</summary>
    public bool HasSyntaxErrors { get; private set; }

    /// <summary>Takes over what the parser found.</summary>
    public void AddSyntaxDiagnostics(IEnumerable<TableDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            HasSyntaxErrors |= diagnostic.Rule.DefaultSeverity == TableSeverity.Error;
            Report(diagnostic);
        }
    }

    /// <summary>True where a line could not be read that may have declared something.</summary>
    public bool HasBrokenDeclarations { get; set; }

    /// <summary>Adds a finding, up to <see cref="Limits.Findings"/> of each severity.</summary>
    public void Report(TableDiagnostic diagnostic)
    {
        // What is not known, or does not fit its declaration, may be declared where nothing could be read. A near name is one all the same.
        if (HasBrokenDeclarations && diagnostic.Fix is null && BindingRules.DependsOnDeclarations(diagnostic.Rule))
        {
            return;
        }

        var severity = diagnostic.Rule.DefaultSeverity;
        HasErrors |= severity == TableSeverity.Error;
        _counts.TryGetValue(severity, out var count);
        _counts[severity] = count + 1;
        if (count < Limits.Findings)
        {
            Diagnostics.Add(diagnostic);
        }
        else if (count == Limits.Findings && severity == TableSeverity.Error)
        {
            Diagnostics.Add(LimitMessages.TooManyFindings(diagnostic.Span));
        }
    }

    /// <summary>True the first time that it is asked about these words: one mistake is told once.</summary>
    public bool FirstTime(string kind, string name) => _said.Add(kind + " " + name);

    /// <summary>A name that may have been meant; null for none.</summary>
    public string? Suggest(string name, IEnumerable<string> candidates) =>
        _suggestions++ < Limits.Suggestions ? NameSuggestion.Find(name, candidates) : null;

    /// <summary>The number of a line as editors show it.</summary>
    public int LineOf(TextSpan span) => Lines.PositionOf(span.Start).Line + 1;

    /// <summary>A line of text, counted from 0, without its line break.</summary>
    public TextSpan SpanOfLine(int number)
    {
        var end = number + 1 < Lines.LineCount ? Lines.StartOf(number + 1) : text.Length;
        while (end > Lines.StartOf(number) && text[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return TextSpan.FromBounds(Lines.StartOf(number), end);
    }

    /// <summary>Stops where the caller has lost interest.</summary>
    public void ThrowIfCancelled() => cancellationToken.ThrowIfCancellationRequested();
}
