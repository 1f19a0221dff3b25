using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.CodeFixes.Usage.Calls;
using ProtoDsl.CodeFixes.Usage.Places;

namespace ProtoDsl.CodeFixes.Usage.Writing;

/// <summary>Writes the one shape in which a refused event is met: <c>if (!door.TryOpen()) { return; }</c>. Where <c>Open</c> threw, the function was
/// left as well; what comes after finds the machine where <c>Open</c> leads, so nothing else becomes uncertain.</summary>
internal static class RefusalWriter
{
    /// <summary>The shape in place of the statement that is the call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="method">The <c>TryX</c> to call.</param>
    /// <param name="isAwaitMissing">True where <c>await</c> is to be written before it.</param>
    /// <returns>The changes, and how the function is left; null where it cannot be written.</returns>
    public static (ImmutableArray<TextChange> Changes, string WayOut)? Write(EventCall call, string method, bool isAwaitMissing)
    {
        if (call.Unused() is not { Parent: ExpressionStatementSyntax statement } whole
            || call.Name is not { } name
            || CallPlace.HasDirectiveInside(statement)
            || WayOut.Of(statement, call.Model) is not { } leave)
        {
            return null;
        }

        var text = call.Text.ToString(TextSpan.FromBounds(whole.SpanStart, name.Identifier.SpanStart))
            + method
            + call.Text.ToString(TextSpan.FromBounds(name.Identifier.Span.End, whole.Span.End));
        var condition = whole is ConditionalAccessExpressionSyntax ? text + " == false" : (isAwaitMissing ? "!await " : "!") + text;
        var template = Template.LeaveIf(condition, leave, PlaceWriter.CommentBehind(call, statement));
        return (PlaceWriter.AtStatements(call, statement, statement, template), leave.TrimEnd(';'));
    }
}
