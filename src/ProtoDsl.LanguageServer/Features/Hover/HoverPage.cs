using System.Text;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.LanguageServer.Lsp;

namespace ProtoDsl.LanguageServer.Features.Hover;

/// <summary>The text of a hover, in Markdown; plain for clients that show no Markdown.</summary>
internal sealed class HoverPage
{
    /// <summary>More lines than that nobody reads in a small window.</summary>
    private const int MostItems = 24;

    private readonly StringBuilder _text = new();

    public bool IsEmpty => _text.Length == 0;

    /// <summary>What it is, in the language's own words.</summary>
    public void Title(string code)
    {
        Separate();
        _text.Append("```transitions\n").Append(code).Append("\n```\n");
    }

    public void Paragraph(string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            _text.Append('\n').Append(text.Trim()).Append('\n');
        }
    }

    /// <summary>Items under a heading; nothing where there are none.</summary>
    public void List(string heading, IEnumerable<string> items)
    {
        var all = items.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        _text.Append("\n**").Append(heading).Append("**\n\n");
        foreach (var item in all.Take(MostItems))
        {
            _text.Append("- ").Append(item).Append('\n');
        }

        if (all.Length > MostItems)
        {
            _text.Append("- and ").Append(all.Length - MostItems).Append(" more\n");
        }
    }

    /// <summary>The help for a rule, without its examples, which an editor has no room for.</summary>
    public void Rule(TableRule rule, string? page)
    {
        Separate();
        _text.Append("**").Append(rule.Id).Append(": ").Append(rule.Title).Append("**\n");
        if (page is not null)
        {
            Paragraph(Section(page, null));
            Paragraph(Section(page, "## Fix") is { Length: > 0 } fix ? "**Fix.** " + fix : null);
        }
    }

    public MarkupContent ToMarkup(bool isMarkdown) => isMarkdown
        ? new MarkupContent("markdown", _text.ToString())
        : new MarkupContent("plaintext", Plain());

    /// <summary>As code, which a name with underscores needs.</summary>
    public static string Code(string text) => $"`{text}`";

    /// <summary>A row as code, with the reason that it gives.</summary>
    public static string Code(Row row) => Code(row.Reason is null ? row.Text : $"{row.Text} \"{row.Reason}\"");

    private void Separate() => _text.Append(IsEmpty ? "" : "\n---\n\n");

    // What stands below a heading; for none, what stands above all of them, without the title and the severity.
    private static string Section(string page, string? heading)
    {
        var lines = page.ReplaceLineEndings("\n").Split('\n');
        var from = heading is null ? 1 : Array.IndexOf(lines, heading) + 1;
        return heading is not null && from == 0 ? "" : string.Join('\n', lines.Skip(from)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => !line.StartsWith("Severity:", StringComparison.Ordinal))).Trim();
    }

    private string Plain() => string.Join('\n', _text.ToString().Split('\n').Where(line => !line.StartsWith("```", StringComparison.Ordinal)))
        .Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal).Trim();
}
