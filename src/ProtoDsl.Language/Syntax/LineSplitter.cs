using System.Collections.Generic;

namespace ProtoDsl.Language.Syntax;

/// <summary>Puts physical lines together. A line goes on while a pair of brackets is open, or where the next one begins with what cannot
/// begin a line and is still missing from this one: a second <c>/</c> begins a (broken) line of its own, so that a row that lost
/// its event does not spoil the one above it.</summary>
internal sealed class LineSplitter
{
    private readonly LexedFile _file;
    private readonly int[] _partners;
    private int _depth;
    private bool _hasSlash;
    private bool _hasArrow;

    private LineSplitter(LexedFile file, int[] partners)
    {
        _file = file;
        _partners = partners;
    }

    /// <summary>All logical lines in order.</summary>
    public static LogicalLine[] Split(LexedFile file, int[] partners) => new LineSplitter(file, partners).Split();

    /// <summary>True when a line begins with a word that opens a section, which ends everything that is open.</summary>
    public static bool OpensSection(LexedFile file, PhysicalLine line) => Classify(file, line) == LineKeyword.Section;

    private static LineKeyword Classify(LexedFile file, PhysicalLine line) => line.HasTokens
        ? Keywords.Classify(
            file.Text,
            file.Tokens[line.FirstToken],
            line.FirstToken + 1 < line.EndToken ? file.Tokens[line.FirstToken + 1].Kind : TokenKind.End)
        : LineKeyword.None;

    private LogicalLine[] Split()
    {
        var lines = new List<LogicalLine>();
        for (var number = 0; number < _file.Lines.Length; number++)
        {
            var line = _file.Lines[number];
            if (!line.HasTokens)
            {
                continue;
            }

            var keyword = Classify(_file, line);
            var first = _file.Tokens[line.FirstToken];
            if (lines.Count > 0 && keyword != LineKeyword.Section && (_depth > 0 || Continues(lines[lines.Count - 1], first.Kind)))
            {
                lines[lines.Count - 1] = lines[lines.Count - 1] with { EndToken = line.EndToken, LastLine = number };
            }
            else
            {
                _depth = 0;
                _hasSlash = _hasArrow = false;
                lines.Add(new LogicalLine(line.FirstToken, line.EndToken, number, number, first.Start - line.Start, keyword));
            }

            Scan(line);
        }

        return lines.ToArray();
    }

    private bool Continues(LogicalLine line, TokenKind next) => next switch
    {
        TokenKind.Comma => !_hasArrow,
        TokenKind.Bar => !_hasArrow && !_hasSlash && (line.Keyword is LineKeyword.None or LineKeyword.Row || IsTag(line)),
        TokenKind.Slash => !_hasArrow && !_hasSlash && line.Keyword == LineKeyword.None,
        TokenKind.Arrow => !_hasArrow && line.Keyword == LineKeyword.None,
        TokenKind.AmpersandAmpersand or TokenKind.BarBar => true,
        _ => false,
    };

    private bool IsTag(LogicalLine line)
    {
        var first = _file.Tokens[line.FirstToken];
        return line.Keyword == LineKeyword.Declaration && first.Length == 3 && _file.Text[first.Start] == 't';
    }

    private void Scan(PhysicalLine line)
    {
        for (var i = line.FirstToken; i < line.EndToken; i++)
        {
            switch (_file.Tokens[i].Kind)
            {
                case TokenKind.OpenParen or TokenKind.OpenBracket:
                    _depth += _partners[i] < 0 ? 0 : 1;
                    break;
                case TokenKind.CloseParen or TokenKind.CloseBracket:
                    _depth -= _partners[i] < 0 ? 0 : 1;
                    break;
                case TokenKind.Slash:
                    _hasSlash |= _depth == 0;
                    break;
                case TokenKind.Arrow:
                    _hasArrow |= _depth == 0;
                    break;
            }
        }
    }
}
