using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.CodeFixes.Usage.Calls;

namespace ProtoDsl.CodeFixes.Usage.Writing;

/// <summary>Writes a template at a place. A statement on a line of its own gives lines; one that shares its line with what is before it stays on that
/// line. Braces come where a statement stands without any.</summary>
internal static class PlaceWriter
{
    /// <summary>In place of a statement, or around some.</summary>
    public static ImmutableArray<TextChange> AtStatements(EventCall call, StatementSyntax first, StatementSyntax last, Template template)
    {
        var layout = LayoutOf(call, first);
        var needsBraces = first.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax or LabeledStatementSyntax);
        if (!layout.IsFirstOnLine(first.SpanStart))
        {
            var span = TextSpan.FromBounds(first.SpanStart, last.Span.End);
            var line = template.OneLine(call.Text.ToString(span));
            return ImmutableArray.Create(new TextChange(span, needsBraces ? $"{{ {line} }}" : line));
        }

        var region = TextSpan.FromBounds(first.SpanStart, EndWithComment(last));
        var lines = template.Lines(layout, layout.IndentAt(first.SpanStart), by => layout.Indented(region, by));
        if (!needsBraces || first.Parent is null)
        {
            return ImmutableArray.Create(new TextChange(region, lines));
        }

        var outer = layout.IndentAt(first.Parent.SpanStart);
        return ImmutableArray.Create(
            new TextChange(new TextSpan(first.FullSpan.Start, 0), outer + "{" + layout.NewLine),
            new TextChange(region, lines + layout.NewLine + outer + "}"));
    }

    /// <summary>In place of the expression that a function consists of, which becomes a block; empty where a comment would be lost.</summary>
    public static ImmutableArray<TextChange> AtBody(EventCall call, ExpressionSyntax body, bool returnsNothing, Template template)
    {
        var layout = LayoutOf(call, body);
        string Statement(string by) => (returnsNothing ? "" : "return ") + layout.Indented(body.Span, by) + ";";
        if (body.Parent is LambdaExpressionSyntax)
        {
            return ImmutableArray.Create(new TextChange(body.Span, $"{{ {template.OneLine(Statement(""))} }}"));
        }

        if (body.Parent is not ArrowExpressionClauseSyntax { Parent: { } function } arrow
            || function.GetLastToken() is not { RawKind: (int)SyntaxKind.SemicolonToken } semicolon)
        {
            return ImmutableArray<TextChange>.Empty;
        }

        var span = TextSpan.FromBounds(arrow.ArrowToken.GetPreviousToken().Span.End, semicolon.Span.End);
        if (function.DescendantTrivia(span).Any(trivia => span.Contains(trivia.Span) && !body.Span.Contains(trivia.Span)
            && !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)))
        {
            return ImmutableArray<TextChange>.Empty;
        }

        if (!layout.IsFirstOnLine(function.SpanStart))
        {
            return ImmutableArray.Create(new TextChange(span, $" {{ {template.OneLine(Statement(""))} }}"));
        }

        var outer = layout.NewLine + layout.IndentAt(function.SpanStart);
        var lines = template.Lines(layout, layout.IndentAt(function.SpanStart) + layout.Unit, Statement);
        return ImmutableArray.Create(new TextChange(span, outer + "{" + outer + layout.Unit + lines + outer + "}"));
    }

    /// <summary>The comment that stands behind a statement on its line, with a blank before it; empty for none, and where it cannot move.</summary>
    public static string CommentBehind(EventCall call, StatementSyntax statement) =>
        LayoutOf(call, statement).IsFirstOnLine(statement.SpanStart)
            ? call.Text.ToString(TextSpan.FromBounds(statement.Span.End, EndWithComment(statement)))
            : "";

    private static int EndWithComment(StatementSyntax statement) =>
        statement.GetTrailingTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            .Select(trivia => trivia.Span.End)
            .DefaultIfEmpty(statement.Span.End)
            .Last();

    private static LineLayout LayoutOf(EventCall call, SyntaxNode near) => new(call.Syntax.SyntaxTree.GetRoot(), call.Text, near);
}
