using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Diagnostics;

/// <summary>The suppressions of one file at work: asked of every finding of a stage, and then which of them switched off none.
/// Every stage that finds something about a file has its own. Errors cannot be switched off: what follows rests on their absence.</summary>
public sealed class SuppressionSet
{
    private const int MostComplaints = 3;

    private readonly EquatableArray<Suppression> _all;
    private readonly HashSet<(int Line, string Id)> _wanted;
    private readonly HashSet<(int Line, string Id)> _used = [];
    private readonly TextSpan[] _lines;

    /// <summary>None is used yet.</summary>
    public SuppressionSet(EquatableArray<Suppression> all)
    {
        _all = all;
        _wanted = new(all.Select(suppression => (suppression.Line.Start, suppression.Id)));
        _lines = all.Select(suppression => suppression.Line).Distinct().OrderBy(line => line.Start).ToArray();
    }

    /// <summary>True for a finding that a comment switches off, which is remembered.</summary>
    public bool SwitchesOff(TableRule rule, TextSpan span)
    {
        if (rule.DefaultSeverity == TableSeverity.Error || LineOf(span.Start) is not { } line || !_wanted.Contains((line, rule.Id)))
        {
            return false;
        }

        _used.Add((line, rule.Id));
        return true;
    }

    /// <summary>Tells of comments that switch nothing off, once every finding of the stage was asked about.</summary>
    /// <param name="find">The rule of an id; null where there is none.</param>
    /// <param name="isAnswered">False for a rule whose findings are not known, since the file is broken or nobody looked: of it nothing is said.</param>
    public IEnumerable<TableDiagnostic> Useless(Func<string, TableRule?> find, Func<TableRule, bool> isAnswered) =>
        Useless(_all.Where(suppression => suppression.IsOfLaterStage), find, isAnswered);

    /// <summary>The same of the ids that the language finds itself.</summary>
    internal IEnumerable<TableDiagnostic> UselessOfLanguage(Func<TableRule, bool> isAnswered) =>
        Useless(_all.Where(suppression => !suppression.IsOfLaterStage), RuleCatalog.Find, isAnswered);

    private IEnumerable<TableDiagnostic> Useless(IEnumerable<Suppression> mine, Func<string, TableRule?> find, Func<TableRule, bool> isAnswered) =>
        mine.GroupBy(suppression => suppression.Comment)
            .SelectMany(comment => comment.Select(suppression => Complain(suppression, find(suppression.Id), isAnswered)).OfType<TableDiagnostic>().Take(MostComplaints));

    private TableDiagnostic? Complain(Suppression suppression, TableRule? rule, Func<TableRule, bool> isAnswered) =>
        suppression.IsOfSyntax ? SuppressionMessages.Syntax(suppression.Comment, suppression.Id)
        : rule is null ? SuppressionMessages.NoSuchRule(suppression.Comment, suppression.Id)
        : rule.DefaultSeverity == TableSeverity.Error ? SuppressionMessages.Error(suppression.Comment, suppression.Id)
        : isAnswered(rule) && !_used.Contains((suppression.Line.Start, suppression.Id)) ? SuppressionMessages.NothingToSuppress(suppression.Comment, suppression.Id)
        : null;

    private int? LineOf(int offset)
    {
        int low = 0, high = _lines.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var line = _lines[middle];
            if (offset >= line.Start && offset <= line.End)
            {
                return line.Start;
            }

            (low, high) = offset < line.Start ? (low, middle - 1) : (middle + 1, high);
        }

        return null;
    }
}
