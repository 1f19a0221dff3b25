using System.Collections.Generic;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Formatting;

/// <summary>Physical lines to lines of the output, cut into cells and sorted into blocks.</summary>
internal sealed class LineBuilder(ParsedFile file)
{
    private const int RowIndentation = 4;

    private readonly BlockCounter _blocks = new();
    private readonly List<FormatLine> _lines = [];
    private int _logical;

    public List<FormatLine> Build()
    {
        var pendingBlank = false;
        for (var number = 0; number < file.Lexed.Lines.Length; number++)
        {
            var physical = file.Lexed.Lines[number];
            while (_logical < file.Lines.Length && file.Lines[_logical].LastLine < number)
            {
                _logical++;
            }

            if (!physical.HasTokens && !physical.HasComment)
            {
                pendingBlank = _lines.Count > 0;
                continue;
            }

            if (pendingBlank)
            {
                _lines.Add(new FormatLine(0));
                _blocks.Blank();
                pendingBlank = false;
            }

            _lines.Add(physical.HasTokens ? WithTokens(physical, number) : CommentAlone(physical, number));
        }

        return _lines;
    }

    private FormatLine WithTokens(PhysicalLine physical, int number)
    {
        var logical = file.Lines[_logical];
        var syntax = file.Syntax[_logical];
        if (!file.IsSound[_logical])
        {
            _blocks.Broken(syntax);
            return AsItIs(physical);
        }

        var isFirst = number == logical.FirstLine;
        var line = new FormatLine(Indentation(syntax) + (isFirst ? 0 : RowIndentation));
        if (isFirst)
        {
            CellSplitter.Split(line, file.Lexed, physical.FirstToken, physical.EndToken, syntax);
        }
        else
        {
            line.Cells.Add(new Cell(Column.First, TokenSpacing.Join(file.Lexed, physical.FirstToken, physical.EndToken, CellSplitter.StyleOf(syntax)), 0, 0));
        }

        if (physical.HasComment)
        {
            line.Cells.Add(new Cell(Column.Comment, Comment(physical), 2, physical.Comment - file.Lexed.Tokens[physical.FirstToken].Start));
        }

        var (columns, comments) = isFirst ? _blocks.Of(syntax) : default;
        if (logical.FirstLine == logical.LastLine)
        {
            (line.Block, line.CommentBlock) = (columns, comments);
        }

        return line;
    }

    private FormatLine AsItIs(PhysicalLine physical)
    {
        var line = new FormatLine(0);
        line.Cells.Add(new Cell(Column.First, file.Lexed.Text.Substring(physical.Start, physical.End - physical.Start), 0, 0));
        return line;
    }

    // A comment is indented as the line that it stands above; one that stands above nothing, as it was: with or without.
    private FormatLine CommentAlone(PhysicalLine physical, int number)
    {
        var below = number + 1;
        while (below < file.Lexed.Lines.Length && !file.Lexed.Lines[below].HasTokens && file.Lexed.Lines[below].HasComment)
        {
            below++;
        }

        var indentation = physical.Comment > physical.Start ? RowIndentation : 0;
        if (below < file.Lexed.Lines.Length && file.Lexed.Lines[below].HasTokens && file.IsSound[_logical])
        {
            var isInside = file.Lines[_logical].FirstLine < below;
            indentation = Indentation(file.Syntax[_logical]) + (isInside ? RowIndentation : 0);
        }

        var line = new FormatLine(indentation);
        line.Cells.Add(new Cell(Column.First, Comment(physical), 0, 0));
        return line;
    }

    private string Comment(PhysicalLine physical) =>
        file.Lexed.Text.Substring(physical.Comment, physical.End - physical.Comment).TrimEnd();

    private static int Indentation(LineSyntax line) => line switch
    {
        TransitionRow or ReasonRow or BoundaryRow or RoleRow or OverRow or NeverRow or ScenarioStatesRow or DeliveryRow or ScenarioEventRow => RowIndentation,
        _ => 0,
    };
}
