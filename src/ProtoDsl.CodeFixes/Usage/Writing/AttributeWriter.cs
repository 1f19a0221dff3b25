using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ProtoDsl.CodeFixes.Usage.Writing;

/// <summary>Writes an attribute on a parameter: into the last list that it has, else into a new one.</summary>
internal static class AttributeWriter
{
    /// <summary>The change.</summary>
    public static TextChange? Add(ParameterSyntax parameter, string attribute)
    {
        if (parameter.Type is null)
        {
            // The parameter of a lambda without a type can bear none.
            return null;
        }

        return parameter.AttributeLists.LastOrDefault() is { } list
            ? new TextChange(new TextSpan(list.Attributes.Last().Span.End, 0), ", " + attribute)
            : new TextChange(new TextSpan(parameter.SpanStart, 0), $"[{attribute}] ");
    }
}
