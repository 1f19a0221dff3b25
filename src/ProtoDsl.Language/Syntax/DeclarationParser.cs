using System.Text;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Syntax;

/// <summary>Header lines and declarations; the cursor stands behind the keyword. Null: nothing of the line could be kept, and said so.</summary>
internal static class DeclarationParser
{
    public static LineSyntax? Parse(LineCursor cursor, string keyword) => keyword switch
    {
        "protocol" => Protocol(cursor),
        "namespace" => Dotted(cursor, "namespace Acme.Net") is { } name ? new NamespaceLine(name) { Span = cursor.LineSpan } : null,
        "using" => Dotted(cursor, "using System.Buffers") is { } name ? new UsingLine(name) { Span = cursor.LineSpan } : null,
        "import" => Import(cursor),
        "message" => Signatures(cursor, "the name of a message", "message SYN, ACK(SYN|FIN of)", "the message") is { } signatures
            ? new MessageLine(signatures) { Span = cursor.LineSpan }
            : null,
        "call" => Signatures(cursor, "the name of a call", "call Open, Send(byte[] data)", "the call") is { } signatures
            ? new CallLine(signatures) { Span = cursor.LineSpan }
            : null,
        "timer" => Timer(cursor),
        "tag" => Tag(cursor),
        _ => Group(cursor),
    };

    private static LineSyntax? Protocol(LineCursor cursor)
    {
        if (NodeParser.Name(cursor, "the name of the protocol", "protocol Tcp") is not { } name)
        {
            return null;
        }

        NumberSyntax? version = null;
        if (cursor.AcceptWord("version"))
        {
            version = NodeParser.Number(cursor, "the number of the version", "version 1");
        }
        else if (cursor.Is(TokenKind.Number))
        {
            cursor.Fail(LineErrors.Expected(cursor, "'version' before the number", $"protocol {name.Text} version {cursor.TextOf(cursor.Current)}"));
        }

        NodeParser.End(cursor, "the protocol's name and version");
        return new ProtocolLine(name, version) { Span = cursor.LineSpan };
    }

    private static DottedNameSyntax? Dotted(LineCursor cursor, string example)
    {
        var start = cursor.Current.Start;
        var text = new StringBuilder();
        do
        {
            if (NodeParser.Name(cursor, "a C# namespace", example) is not { } part)
            {
                return null;
            }

            text.Append(text.Length == 0 ? string.Empty : ".").Append(CSharpKeywords.Escape(part.Text));
        }
        while (cursor.Accept(TokenKind.Dot));
        NodeParser.End(cursor, "the C# namespace");
        return new DottedNameSyntax(text.ToString()) { Span = cursor.SpanFrom(start) };
    }

    private static LineSyntax? Import(LineCursor cursor)
    {
        var names = NodeParser.Names(cursor, "the name of a protocol", "import Tcp, Udp");
        NodeParser.End(cursor, "the names of protocols");
        return names.IsEmpty ? null : new ImportLine(names) { Span = cursor.LineSpan };
    }

    private static EquatableArray<SignatureSyntax>? Signatures(LineCursor cursor, string what, string example, string after)
    {
        var signatures = SignatureParser.Signatures(cursor, what, example);
        if (cursor.Is(TokenKind.Identifier))
        {
            cursor.Fail(LineErrors.Expected(cursor, $"',' before another name", example));
        }

        NodeParser.End(cursor, after);
        return signatures.IsEmpty ? null : signatures;
    }

    private static LineSyntax? Timer(LineCursor cursor)
    {
        if (NodeParser.Name(cursor, "the name of the timer", "timer TimeWait = 240s") is not { } name)
        {
            return null;
        }

        ExpectEqual(cursor, "'=' after the timer's name", $"timer {name.Text} = 240s");
        var due = DurationParser.Parse(cursor);
        NodeParser.End(cursor, "the duration");
        return new TimerLine(name, due) { Span = cursor.LineSpan };
    }

    private static LineSyntax? Tag(LineCursor cursor)
    {
        if (NodeParser.Name(cursor, "the name of the tag", "tag End = Last | More") is not { } name)
        {
            return null;
        }

        ExpectEqual(cursor, "'=' after the tag's name", $"tag {name.Text} = A | B");
        var values = TagParser.ValuesOfLine(cursor);
        var type = cursor.Accept(TokenKind.Equal) ? CSharpTypeParser.Parse(cursor) : null;
        NodeParser.End(cursor, type is null ? "the values of the tag" : "the type of the tag");
        return new TagLine(name, values, type) { Span = cursor.LineSpan };
    }

    private static LineSyntax? Group(LineCursor cursor)
    {
        if (NodeParser.Name(cursor, "the name of the group", "group Ending = CLOSING, LAST_ACK") is not { } name)
        {
            return null;
        }

        ExpectEqual(cursor, "'=' after the group's name", $"group {name.Text} = A, B");
        var members = NodeParser.Names(cursor, "the name of a state or group", $"group {name.Text} = A, B");
        NodeParser.End(cursor, "the states of the group");
        return new GroupLine(name, members) { Span = cursor.LineSpan };
    }

    // Without it, or with too much before it, what follows is read all the same.
    private static void ExpectEqual(LineCursor cursor, string what, string example)
    {
        NodeParser.Expect(cursor, TokenKind.Equal, what, example);
        if (cursor.Failed && cursor.Ahead(1).Kind == TokenKind.Equal)
        {
            cursor.Take();
        }

        while (cursor.Failed && cursor.Accept(TokenKind.Equal))
        {
        }
    }
}
