using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ProtoDsl.CodeFixes.Usage.Writing;

/// <summary>How the lines of a file are laid out, read from the lines around.</summary>
internal sealed class LineLayout
{
    private const string DefaultUnit = "    ";

    private readonly SyntaxNode _root;
    private readonly SourceText _text;

    public LineLayout(SyntaxNode root, SourceText text, SyntaxNode near)
    {
        _root = root;
        _text = text;
        NewLine = FirstLineEnd(text);
        Unit = UnitAround(near);
    }

    /// <summary>The line end that the file uses.</summary>
    public string NewLine { get; }

    /// <summary>One step of indentation.</summary>
    public string Unit { get; }

    /// <summary>The blanks that the line of a position begins with.</summary>
    public string IndentAt(int position)
    {
        var line = _text.Lines.GetLineFromPosition(position);
        var end = line.Start;
        while (end < line.End && _text[end] is ' ' or '\t')
        {
            end++;
        }

        return _text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    /// <summary>True when only blanks stand before the position on its line.</summary>
    public bool IsFirstOnLine(int position)
    {
        var start = _text.Lines.GetLineFromPosition(position).Start;
        return string.IsNullOrWhiteSpace(_text.ToString(TextSpan.FromBounds(start, position)));
    }

    /// <summary>True when only blanks stand behind the position on its line.</summary>
    public bool IsLastOnLine(int position)
    {
        var end = _text.Lines.GetLineFromPosition(position).End;
        return string.IsNullOrWhiteSpace(_text.ToString(TextSpan.FromBounds(position, end)));
    }

    /// <summary>True when the span lies on one line.</summary>
    public bool IsOneLine(TextSpan span) =>
        _text.Lines.GetLineFromPosition(span.Start).LineNumber == _text.Lines.GetLineFromPosition(span.End).LineNumber;

    /// <summary>The text of a span, every line after the first moved to the right, but for what stands inside of strings.</summary>
    public string Indented(TextSpan span, string by)
    {
        var result = new StringBuilder();
        var first = _text.Lines.GetLineFromPosition(span.Start);
        var last = _text.Lines.GetLineFromPosition(span.End);
        for (var number = first.LineNumber; number <= last.LineNumber; number++)
        {
            var line = _text.Lines[number];
            var start = number == first.LineNumber ? span.Start : line.Start;
            var part = TextSpan.FromBounds(start, number == last.LineNumber ? span.End : line.EndIncludingLineBreak);
            var content = _text.ToString(part);
            if (number != first.LineNumber && !string.IsNullOrWhiteSpace(content) && !IsInsideString(line.Start))
            {
                result.Append(by);
            }

            result.Append(content);
        }

        return result.ToString();
    }

    private bool IsInsideString(int position)
    {
        var token = _root.FindToken(position);
        if (token.SpanStart < position
            && token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken
                or SyntaxKind.Utf8MultiLineRawStringLiteralToken)
        {
            return true;
        }

        return token.Parent?.AncestorsAndSelf().Any(node => node is InterpolatedStringExpressionSyntax && node.SpanStart < position && position < node.Span.End) == true;
    }

    private string UnitAround(SyntaxNode near)
    {
        foreach (var node in near.AncestorsAndSelf())
        {
            if (node.Parent is BlockSyntax or BaseTypeDeclarationSyntax && IsFirstOnLine(node.SpanStart))
            {
                var outer = IndentAt(node.Parent is BlockSyntax block ? block.OpenBraceToken.SpanStart : node.Parent.SpanStart);
                var inner = IndentAt(node.SpanStart);
                if (inner.Length > outer.Length && inner.StartsWith(outer, System.StringComparison.Ordinal))
                {
                    return inner.Substring(outer.Length);
                }
            }
        }

        return DefaultUnit;
    }

    private static string FirstLineEnd(SourceText text)
    {
        var line = text.Lines[0];
        return line.EndIncludingLineBreak > line.End ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) : "\n";
    }
}
