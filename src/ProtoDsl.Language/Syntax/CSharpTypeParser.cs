using System.Text;

namespace ProtoDsl.Language.Syntax;

/// <summary>Reads a C# type by its grammar and prints it anew, so that nothing of the table's text reaches the generated C# as it stands:
/// names with dots and <c>global::</c>, type arguments, arrays, tuples, <c>?</c>. No pointers, no <c>ref</c>.</summary>
internal sealed class CSharpTypeParser
{
    private const int DepthLimit = 32;

    private readonly LineCursor _cursor;
    private readonly StringBuilder _text = new();
    private string? _simpleName;
    private int _depth;

    private CSharpTypeParser(LineCursor cursor) => _cursor = cursor;

    /// <summary>The type that begins here; null where none does, and said so.</summary>
    public static CSharpTypeSyntax? Parse(LineCursor cursor)
    {
        var start = cursor.Current.Start;
        var parser = new CSharpTypeParser(cursor);
        return parser.ParseType() ? new CSharpTypeSyntax(parser._text.ToString(), parser._simpleName) { Span = cursor.SpanFrom(start) } : null;
    }

    private bool ParseType()
    {
        if (++_depth > DepthLimit)
        {
            _cursor.Fail(LineErrors.TooDeep(_cursor, DepthLimit));
            return false;
        }

        var start = _text.Length;
        var parsed = (_cursor.Accept(TokenKind.OpenParen) ? ParseTuple() : ParseName(start)) && ParseSuffixes();
        _depth--;
        return parsed;
    }

    private bool ParseSuffixes()
    {
        var isNullable = false;
        while (true)
        {
            if (_cursor.Is(TokenKind.Star))
            {
                return Refuse("pointer types are not supported; write 'System.IntPtr'");
            }

            if (!isNullable && _cursor.Accept(TokenKind.Question))
            {
                _text.Append('?');
                isNullable = true;
            }
            else if (_cursor.Accept(TokenKind.OpenBracket))
            {
                if (!ParseRank())
                {
                    return false;
                }

                isNullable = false;
            }
            else
            {
                return true;
            }

            _simpleName = null;
        }
    }

    private bool ParseRank()
    {
        _text.Append('[');
        while (_cursor.Accept(TokenKind.Comma))
        {
            _text.Append(',');
        }

        _text.Append(']');
        return NodeParser.Expect(_cursor, TokenKind.CloseBracket, "']' of an array type, which has no length", "byte[] data");
    }

    private bool ParseTuple()
    {
        _text.Append('(');
        for (var count = 1; ; count++)
        {
            if (!ParseType())
            {
                return false;
            }

            if (_cursor.Is(TokenKind.Identifier))
            {
                _text.Append(' ').Append(CSharpKeywords.Escape(NodeParser.Name(_cursor).Text));
            }

            if (_cursor.Accept(TokenKind.Comma))
            {
                _text.Append(", ");
            }
            else if (count == 1)
            {
                _cursor.Fail(TypeErrors.OneElement(_cursor));
                return false;
            }
            else
            {
                _text.Append(')');
                _simpleName = null;
                return NodeParser.Expect(_cursor, TokenKind.CloseParen, "',' or ')' of a tuple type", "(int count, string name) pair");
            }
        }
    }

    private bool ParseName(int start)
    {
        if (_cursor.IsWord("global") && _cursor.Ahead(1).Kind == TokenKind.ColonColon)
        {
            _cursor.Take();
            _cursor.Take();
            _text.Append("global::");
        }

        for (var isFirst = _text.Length == start; ; isFirst = false)
        {
            if (!_cursor.Is(TokenKind.Identifier))
            {
                _cursor.Fail(TypeErrors.Type(_cursor));
                return false;
            }

            var written = _cursor.TextOf(_cursor.Current);
            var isPredefined = isFirst && CSharpKeywords.IsPredefinedType(written);
            if (!isPredefined && CSharpKeywords.IsReserved(written))
            {
                return Refuse(written is "ref" or "out" or "in" or "params" or "readonly" or "this"
                    ? $"'{written}' cannot stand before the type of a parameter; remove it"
                    : written == "void" ? "'void' is no type of a value; name another type" : $"'{written}' is a keyword of C#; write '@{written}' if it is the type's name");
            }

            var name = NodeParser.Name(_cursor).Text;
            _simpleName = isFirst && !isPredefined ? name : null;
            _text.Append(isPredefined ? name : Escape(written, name));
            if (isPredefined)
            {
                return true;
            }

            if (_cursor.Accept(TokenKind.Less) && !ParseArguments())
            {
                return false;
            }

            if (!_cursor.Accept(TokenKind.Dot))
            {
                return true;
            }

            _text.Append('.');
        }
    }

    private bool ParseArguments()
    {
        _text.Append('<');
        do
        {
            if (_text[_text.Length - 1] != '<')
            {
                _text.Append(", ");
            }

            if (!ParseType())
            {
                return false;
            }
        }
        while (_cursor.Accept(TokenKind.Comma));
        _text.Append('>');
        _simpleName = null;
        return NodeParser.Expect(_cursor, TokenKind.Greater, "',' or '>' of type arguments", "List<int> items");
    }

    // '@dynamic' and the like must keep their '@'; only words in lower case are ever taken by C#.
    private static string Escape(string written, string name)
    {
        var isLower = true;
        foreach (var c in name)
        {
            isLower &= c is >= 'a' and <= 'z';
        }

        return isLower ? written : name;
    }

    private bool Refuse(string why)
    {
        _cursor.Fail(TypeErrors.Refused(_cursor, why));
        return false;
    }
}
