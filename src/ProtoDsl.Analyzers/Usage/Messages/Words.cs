using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ProtoDsl.Analyzers.Usage.Messages;

/// <summary>Small parts of messages. A message is one line, whatever the table or the source says.</summary>
internal static class Words
{
    /// <summary>A table's text may be of any length.</summary>
    private const int MaxText = 200;

    private const int MaxExpression = 40;

    /// <summary><c>A, B, C and 4 more</c>.</summary>
    public static string List(IReadOnlyCollection<string> names, int most)
    {
        // One more name takes no more room than to say that there is one more.
        var shown = names.Count <= most + 1 ? names.Count : most;
        var list = string.Join(", ", names.Take(shown));
        return shown == names.Count ? list : $"{list} and {names.Count - shown} more";
    }

    /// <summary>Text of a table on one line, without a period at its end.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text.Length > MaxText ? text.Substring(0, MaxText) + "…" : text)
        {
            line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return line.ToString().Trim().TrimEnd('.');
    }

    /// <summary>What an event is raised on, as it is written; the class where that is long.</summary>
    public static string NameOf(IOperation? receiver, string className)
    {
        var text = receiver?.Syntax is { } syntax and not BaseObjectCreationExpressionSyntax ? syntax.ToString() : "";
        return text.Length is 0 or > MaxExpression || text.Any(char.IsControl) ? className : text;
    }

    /// <summary>The number of the line on which something begins, counted from 1, as the reader sees it.</summary>
    public static int LineOf(SyntaxNode syntax) => LocationOf(syntax).GetMappedLineSpan().StartLinePosition.Line + 1;

    /// <summary>Where a call is pointed at: the method's name, for long chains and arguments say little.</summary>
    public static Location LocationOf(SyntaxNode call) => call is InvocationExpressionSyntax invocation
        ? invocation.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.GetLocation(),
            MemberBindingExpressionSyntax binding => binding.Name.GetLocation(),
            var expression => expression.GetLocation(),
        }
        : call.GetLocation();
}
