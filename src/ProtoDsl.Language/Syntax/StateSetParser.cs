using System.Collections.Generic;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Syntax;

/// <summary><c>any except CLOSED</c>, or names of states and groups.</summary>
internal static class StateSetParser
{
    /// <summary>The set that begins here; null where not even one name of it could be read.</summary>
    public static StateSetSyntax? Parse(LineCursor cursor)
    {
        var start = cursor.Current.Start;
        var isAny = cursor.AcceptWord("any");
        var included = isAny ? default : Names(cursor, "the name of a state or group, or 'any'", "in ESTABLISHED, CLOSE_WAIT");
        var excluded = default(EquatableArray<NameSyntax>);
        if (!cursor.Failed && cursor.AcceptWord("except"))
        {
            excluded = Names(cursor, "the name of a state or group after 'except'", "any except CLOSED");
        }

        return isAny || !included.IsEmpty ? new StateSetSyntax(isAny, included, excluded) { Span = cursor.SpanFrom(start) } : null;
    }

    // What can be read is kept: the rows below a line with one bad name are still rows of the others.
    private static EquatableArray<NameSyntax> Names(LineCursor cursor, string what, string example)
    {
        var names = new List<NameSyntax>();
        do
        {
            if (NodeParser.NameBut(cursor, what, example, "until", "except", "any") is { } name)
            {
                names.Add(name);
            }
        }
        while (cursor.Accept(TokenKind.Comma) || NextWithoutComma(cursor, example));
        return names.ToEquatableArray();
    }

    private static bool NextWithoutComma(LineCursor cursor, string example)
    {
        if (!cursor.Is(TokenKind.Identifier) || cursor.IsWord("until") || cursor.IsWord("except") || cursor.IsWord("any"))
        {
            return false;
        }

        cursor.Fail(LineErrors.Expected(cursor, "',' before another name", example));
        return true;
    }
}
