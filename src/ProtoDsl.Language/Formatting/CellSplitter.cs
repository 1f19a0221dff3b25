using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Formatting;

/// <summary>Cuts a line where its columns begin.</summary>
internal static class CellSplitter
{
    /// <summary>How the punctuation of a line is set.</summary>
    public static LineStyle StyleOf(LineSyntax line) => line switch
    {
        MessageLine or CallLine => LineStyle.Signatures,
        TagLine => LineStyle.Tag,
        _ => LineStyle.Row,
    };

    /// <summary>Adds the cells of tokens on one physical line.</summary>
    public static void Split(FormatLine target, LexedFile file, int from, int to, LineSyntax line)
    {
        var start = file.Tokens[from].Start;
        var column = Column.First;
        var gap = 0;
        var cell = from;
        var depth = 0;
        for (var i = from; i < to; i++)
        {
            var token = file.Tokens[i];
            depth += token.Kind switch
            {
                TokenKind.OpenParen or TokenKind.OpenBracket => 1,
                TokenKind.CloseParen or TokenKind.CloseBracket => -1,
                _ => 0,
            };
            if (i > from && depth == 0 && Begins(file, token, line, column) is { } next)
            {
                Add(i);
                (column, gap, cell) = (next, line is RoleRow && next > Column.Second ? 2 : 1, i);
            }
        }

        Add(to);

        void Add(int end) => target.Cells.Add(new Cell(column, TokenSpacing.Join(file, cell, end, StyleOf(line)), gap, file.Tokens[cell].Start - start));
    }

    private static Column? Begins(LexedFile file, Token token, LineSyntax line, Column current) => (line, token.Kind) switch
    {
        (BoundaryRow, _) when current == Column.First => Column.Boundary,
        (TransitionRow, TokenKind.Slash) when current == Column.First => Column.Second,
        (TransitionRow, TokenKind.Arrow) when current < Column.Third => Column.Third,
        (TimerLine or GroupLine or TagLine, TokenKind.Equal) when current == Column.First => Column.Second,
        (KeepRow, TokenKind.String) when current == Column.First => Column.Second,
        (RoleRow, TokenKind.Colon) when current == Column.First => Column.Second,
        (RoleRow, TokenKind.Identifier) when current == Column.Second && file.TextOf(token) == "calls" => Column.Third,
        (RoleRow, TokenKind.Identifier) when current is Column.Second or Column.Third && file.TextOf(token) == "from" => Column.Fourth,
        _ => null,
    };
}
