using System.Collections.Generic;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Language.Syntax;

/// <summary>Collects what is wrong with the text of a file, and stops where nobody would read on.</summary>
internal sealed class SyntaxDiagnostics
{
    /// <summary>So many are shown; one more says how many there are.</summary>
    public const int Limit = 100;

    private readonly List<TableDiagnostic> _shown = [];
    private TableDiagnostic? _firstHidden;
    private int _hidden;

    public void Add(TableDiagnostic diagnostic)
    {
        if (_shown.Count < Limit)
        {
            _shown.Add(diagnostic);
        }
        else
        {
            _firstHidden ??= diagnostic;
            _hidden++;
        }
    }

    public EquatableArray<TableDiagnostic> ToArray()
    {
        var all = new List<TableDiagnostic>(_shown);
        if (_firstHidden is not null)
        {
            all.Add(FileErrors.More(_firstHidden.Span, _hidden));
        }

        return all.ToEquatableArray();
    }
}
