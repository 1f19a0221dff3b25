using System.Collections.Generic;
using System.Threading;

namespace ProtoDsl.Language.Syntax;

/// <summary>Text to tokens, one physical line after the other; no token crosses a line break.</summary>
internal sealed class Lexer
{
    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private readonly List<PhysicalLine> _lines = [];
    private int _at;
    private int _end;

    private Lexer(string text) => _text = text;

    public static LexedFile Lex(string text, CancellationToken cancellationToken)
    {
        var lexer = new Lexer(text);
        lexer.ReadLines(cancellationToken);
        return new LexedFile(text, lexer._tokens.ToArray(), lexer._lines.ToArray());
    }

    private void ReadLines(CancellationToken cancellationToken)
    {
        _at = _text.Length > 0 && _text[0] == '\uFEFF' ? 1 : 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadLine();
            if (_end == _text.Length)
            {
                return;
            }

            _at = _text[_end] == '\r' && _end + 1 < _text.Length && _text[_end + 1] == '\n' ? _end + 2 : _end + 1;
        }
    }

    private void ReadLine()
    {
        var start = _at;
        var first = _tokens.Count;
        var lineBreak = _text.IndexOfAny(['\r', '\n'], _at);
        _end = lineBreak < 0 ? _text.Length : lineBreak;
        var comment = -1;
        while (_at < _end)
        {
            if (CharacterClass.IsBlank(_text[_at]))
            {
                _at++;
            }
            else if (_text[_at] == '/' && Peek(1) == '/')
            {
                comment = _at;
                break;
            }
            else
            {
                var token = ReadToken();
                _tokens.Add(token);
                _at = token.End;
            }
        }

        _lines.Add(new PhysicalLine(start, _end, first, _tokens.Count, comment));
    }

    private Token ReadToken()
    {
        var c = _text[_at];
        if (CharacterClass.StartsIdentifier(c))
        {
            return new Token(TokenKind.Identifier, _at, WordEnd(_at + 1) - _at);
        }

        if (c == '@' && CharacterClass.StartsIdentifier(Peek(1)))
        {
            return new Token(TokenKind.Identifier, _at, WordEnd(_at + 2) - _at);
        }

        if (CharacterClass.IsDigit(c))
        {
            return ReadNumber();
        }

        return c == '"' ? ReadString() : ReadPunctuation(c);
    }

    private Token ReadNumber()
    {
        var at = _at;
        while (at < _end && CharacterClass.IsDigit(_text[at]))
        {
            at++;
        }

        var end = WordEnd(at);
        return new Token(end == at ? TokenKind.Number : TokenKind.Measure, _at, end - _at);
    }

    // A string that does not close, or has an unknown escape, is one bad token: what stands in it is no business of the parser.
    private Token ReadString()
    {
        var kind = TokenKind.String;
        for (var at = _at + 1; at < _end; at++)
        {
            if (_text[at] == '"')
            {
                return new Token(kind, _at, at + 1 - _at);
            }

            if (_text[at] == '\\' && at + 1 < _end)
            {
                at++;
                kind = _text[at] is '"' or '\\' ? kind : TokenKind.Bad;
            }
            else if (CharacterClass.IsControl(_text[at]))
            {
                kind = TokenKind.Bad;
            }
        }

        return new Token(TokenKind.Bad, _at, _end - _at);
    }

    private Token ReadPunctuation(char c)
    {
        var next = Peek(1);
        return c switch
        {
            '?' => One(TokenKind.Question),
            '!' => One(TokenKind.Bang),
            '*' => One(TokenKind.Star),
            '(' => One(TokenKind.OpenParen),
            ')' => One(TokenKind.CloseParen),
            '[' => One(TokenKind.OpenBracket),
            ']' => One(TokenKind.CloseBracket),
            '<' => One(TokenKind.Less),
            '>' => One(TokenKind.Greater),
            ',' => One(TokenKind.Comma),
            '.' => One(TokenKind.Dot),
            ':' => next == ':' ? Two(TokenKind.ColonColon) : One(TokenKind.Colon),
            '=' => next == '>' ? Two(TokenKind.Bad) : One(TokenKind.Equal),
            '|' => next == '|' ? Two(TokenKind.BarBar) : One(TokenKind.Bar),
            '&' => next == '&' ? Two(TokenKind.AmpersandAmpersand) : One(TokenKind.Bad),
            '-' => next == '>' ? Two(TokenKind.Arrow) : One(TokenKind.Bad),
            '/' => next == '*' ? Two(TokenKind.Bad) : One(TokenKind.Slash),
            _ => char.IsHighSurrogate(c) && char.IsLowSurrogate(next) ? Two(TokenKind.Bad) : One(TokenKind.Bad),
        };
    }

    private Token One(TokenKind kind) => new(kind, _at, 1);

    private Token Two(TokenKind kind) => new(kind, _at, 2);

    private char Peek(int ahead) => _at + ahead < _end ? _text[_at + ahead] : '\0';

    private int WordEnd(int at)
    {
        while (at < _end && CharacterClass.ContinuesIdentifier(_text[at]))
        {
            at++;
        }

        return at;
    }
}
