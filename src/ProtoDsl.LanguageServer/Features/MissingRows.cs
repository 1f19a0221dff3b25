using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Names;
using ProtoDsl.Language.Text;
using ProtoDsl.LanguageServer.Workspace;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Sessions;

namespace ProtoDsl.LanguageServer.Features;

/// <summary>Rows for what a state does not list, as the last of its section.</summary>
internal static class MissingRows
{
    private const int MostInTitle = 3;

    /// <summary>What can be offered for a finding; nothing for one about something else. A message that arrives can be ignored or kept for the next state, which
    /// both cures; to forbid it would not. What a table merely does not list, it can forbid as well.</summary>
    public static IEnumerable<TableFix> Of(TableDocument document, Finding finding, CancellationToken cancellationToken)
    {
        if (finding.Unlisted.IsEmpty || Section(document, finding, cancellationToken) is not { } section)
        {
            return [];
        }

        var messages = finding.Unlisted.Where(@event => @event.StartsWith('?')).ToArray();
        var calls = finding.Unlisted.Except(messages).ToArray();
        return finding.Rule == SessionRules.UnspecifiedReception
            ? [Row(document, section, "ignore", messages), Row(document, section, "defer", messages)]
            : Rows(document, section, "forbid", calls).Concat(Rows(document, section, "ignore", calls))
                .Concat(Rows(document, section, "ignore", messages)).Concat(Rows(document, section, "forbid", messages));
    }

    private static OutlineItem? Section(TableDocument document, Finding finding, CancellationToken cancellationToken) =>
        TableOutline.Of(document, cancellationToken).All.FirstOrDefault(item => item.Kind == NameKind.State && item.NameNode.Span == finding.Place.Span);

    private static IEnumerable<TableFix> Rows(TableDocument document, OutlineItem section, string word, IReadOnlyList<string> events) =>
        events.Count == 0 ? [] : [Row(document, section, word, events)];

    private static TableFix Row(TableDocument document, OutlineItem section, string word, IReadOnlyList<string> events)
    {
        var shown = string.Join(" | ", events.Take(MostInTitle)) + (events.Count > MostInTitle ? $" and {events.Count - MostInTitle} more" : "");
        var last = document.SpanOf(new(new(section.LastLine, 0), new(section.LastLine, int.MaxValue)));
        var row = $"{LineBreakOf(document)}    {word} {string.Join(" | ", events)}";
        return new TableFix($"Add '{word} {shown}' to {section.Name}", EquatableArray.Create(new TextEdit(new TextSpan(last.End, 0), row)));
    }

    private static string LineBreakOf(TableDocument document) =>
        document.Text.IndexOfAny(['\r', '\n']) is >= 0 and var at && document.Text[at] == '\r' ? at + 1 < document.Text.Length && document.Text[at + 1] == '\n' ? "\r\n" : "\r" : "\n";
}
