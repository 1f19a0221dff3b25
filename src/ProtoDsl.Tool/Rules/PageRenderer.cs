using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Spectre.Console;

namespace ProtoDsl.Tool.Rules;

/// <summary>A page of markdown for a terminal: headings bold, examples indented, running text wrapped.</summary>
/// <param name="console">Where text goes, wrapped.</param>
/// <param name="unwrapped">The same for code, whose lines are whole.</param>
internal sealed class PageRenderer(IAnsiConsole console, IAnsiConsole unwrapped)
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();
    private static readonly Style s_heading = new(decoration: Decoration.Bold);
    private static readonly Style s_code = new(Color.Teal);

    /// <summary>Writes it.</summary>
    public void Write(string markdown)
    {
        var isFirst = true;
        foreach (var block in Markdown.Parse(markdown, s_pipeline))
        {
            if (!isFirst)
            {
                console.Write("\n", Style.Plain);
            }

            isFirst = false;
            Write(block);
        }
    }

    // Without colours the marks stay, so that '?' in the text is still code.
    private string Mark => console.Profile.Capabilities.ColorSystem == ColorSystem.NoColors ? "`" : "";

    private void Write(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Write(heading.Inline, s_heading, "");
                break;
            case CodeBlock code:
                foreach (var line in code.Lines.ToString().Split('\n'))
                {
                    unwrapped.Write($"    {line}".TrimEnd(), s_code);
                    unwrapped.Write("\n", Style.Plain);
                }

                break;
            case ListBlock list:
                foreach (var item in list.OfType<ListItemBlock>().SelectMany(item => item))
                {
                    Write((item as LeafBlock)?.Inline, Style.Plain, "- ");
                }

                break;
            case Markdig.Extensions.Tables.Table table:
                foreach (var row in table.OfType<Markdig.Extensions.Tables.TableRow>())
                {
                    var cells = row.OfType<TableCell>().Select(cell => string.Concat(cell.Descendants<LiteralInline>()));
                    console.Write(string.Join("  ", cells) + "\n", Style.Plain);
                }

                break;
            case LeafBlock { Inline: { } inline }:
                Write(inline, Style.Plain, "");
                break;
        }
    }

    private void Write(ContainerInline? inlines, Style style, string prefix)
    {
        var paragraph = new Paragraph(prefix, style);
        foreach (var inline in inlines ?? [])
        {
            Append(paragraph, inline, style);
        }

        console.Write(paragraph);
        console.Write("\n", Style.Plain);
    }

    private void Append(Paragraph paragraph, Inline inline, Style style)
    {
        switch (inline)
        {
            case LiteralInline literal:
                paragraph.Append(literal.Content.ToString(), style);
                break;
            case CodeInline code:
                paragraph.Append(Mark + code.Content + Mark, style.Combine(s_code));
                break;
            case LineBreakInline:
                paragraph.Append(" ", style); // the page is wrapped anew
                break;
            case EmphasisInline emphasis:
                foreach (var part in emphasis)
                {
                    Append(paragraph, part, style.Combine(new Style(decoration: emphasis.DelimiterCount > 1 ? Decoration.Bold : Decoration.Italic)));
                }

                break;
            case ContainerInline container: // of a link, its text: the pages of other rules are asked for by their ids
                foreach (var part in container)
                {
                    Append(paragraph, part, style);
                }

                break;
        }
    }
}
