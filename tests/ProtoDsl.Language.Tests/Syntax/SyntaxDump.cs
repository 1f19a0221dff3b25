using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Tests.Syntax;

/// <summary>Prints syntax without positions: two texts that print alike mean the same. <c>MachineLine(Modifiers: Public, Name: Tcp)</c>.</summary>
internal static class SyntaxDump
{
    /// <summary>Every line of a file, one below the other, with its doc comment; suppressions by the line of syntax that follows them.</summary>
    public static string Of(TransitionFileSyntax file) =>
        string.Join("\n", file.Lines.Select(line => Of(line)))
        + string.Concat(file.Suppressions.Select(suppression => $"\n{string.Join(",", suppression.Ids)} {suppression.Reason}"));

    /// <summary>One node.</summary>
    public static string Of(SyntaxNode node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append('-');
                break;
            case NameSyntax { IsMissing: true }:
                text.Append("(missing)");
                break;
            case NameSyntax name:
                text.Append(name.Text);
                break;
            case StringSyntax literal:
                text.Append('"').Append(literal.Text).Append('"');
                break;
            case string literal:
                text.Append(literal.Replace("\n", "\\n"));
                break;
            case IEnumerable items:
                text.Append('[').AppendJoin(", ", items.Cast<object>().Select(item => OfAny(item))).Append(']');
                break;
            case SyntaxNode node:
                text.Append(node.GetType().Name.Replace("Syntax", string.Empty)).Append('(');
                text.AppendJoin(", ", Properties(node).Select(property => $"{property.Name}: {OfAny(property.GetValue(node))}")).Append(')');
                break;
            default:
                text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static string OfAny(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static IEnumerable<PropertyInfo> Properties(SyntaxNode node) => node.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.Name is not (nameof(SyntaxNode.Span) or nameof(LineSyntax.IsIncomplete)))
        .Where(property => property.Name != nameof(LineSyntax.Documentation) || property.GetValue(node) is not null);
}
