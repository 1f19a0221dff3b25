namespace ProtoDsl.Language.Syntax;

/// <summary>The kind of section that a line stands in, as far as it decides how the line is read.</summary>
internal enum SectionKind
{
    /// <summary>Outside of any section, or in one whose rows are those of a machine.</summary>
    Machine,

    /// <summary>Below <c>session</c>.</summary>
    Session,

    /// <summary>Below <c>scenario</c>.</summary>
    Scenario,

    /// <summary>Below a line that could not be read: nothing is said about rows.</summary>
    Lost,
}

/// <summary>Reads one logical line; knows nothing of other lines but the kind of section.</summary>
internal sealed class LineParser(LexedFile file, LineCursor cursor)
{
    /// <summary>The line; a <see cref="BrokenLine"/> where nothing of it could be kept.</summary>
    /// <param name="line">Which.</param>
    /// <param name="next">The line after it; null at the end of the file.</param>
    /// <param name="section">Where it stands.</param>
    public LineSyntax Parse(LogicalLine line, LogicalLine? next, SectionKind section)
    {
        var isRow = line.Keyword is LineKeyword.None or LineKeyword.Row;
        cursor.MoveTo(line, silently: isRow && section == SectionKind.Lost);
        var word = cursor.Is(TokenKind.Identifier) ? cursor.TextOf(cursor.Current) : string.Empty;
        var parsed = line.Keyword switch
        {
            LineKeyword.Declaration or LineKeyword.Section => ParseAs(word, line.Keyword),
            LineKeyword.None when cursor.Is(TokenKind.String) => ParsePlain(line, next),
            _ when section == SectionKind.Session => SessionRowParser.Parse(cursor),
            _ when section == SectionKind.Scenario => ScenarioRowParser.Parse(cursor),
            LineKeyword.Row => ParseAs(word, LineKeyword.Row),
            _ => ParsePlain(line, next),
        };
        return parsed ?? new BrokenLine
        {
            Span = cursor.LineSpan,
            ClosesSection = line.Keyword == LineKeyword.Section || (line.Keyword == LineKeyword.None && !line.IsIndented),
        };
    }

    private LineSyntax? ParseAs(string keyword, LineKeyword kind)
    {
        if (kind == LineKeyword.Section)
        {
            return SectionParser.Parse(cursor, keyword);
        }

        if (kind == LineKeyword.Declaration)
        {
            cursor.Take();
            return DeclarationParser.Parse(cursor, keyword);
        }

        return keyword switch
        {
            "ignore" => RowParser.Reason(cursor, ReasonRowKind.Ignore),
            "defer" => RowParser.Reason(cursor, ReasonRowKind.Defer),
            "forbid" => RowParser.Reason(cursor, ReasonRowKind.Forbid),
            "entry" => RowParser.Boundary(cursor, isEntry: true),
            "exit" => RowParser.Boundary(cursor, isEntry: false),
            "keep" => RowParser.Keep(cursor),
            _ => RowParser.Transition(cursor),
        };
    }

    // No keyword: a row that begins with its event, or a line whose keyword is misspelt or missing.
    private LineSyntax? ParsePlain(LogicalLine line, LogicalLine? next)
    {
        if (cursor.Is(TokenKind.String))
        {
            cursor.Fail(LineErrors.MissingScenario(cursor));
            return SectionParser.After(cursor, "scenario");
        }

        if (!cursor.Is(TokenKind.Identifier) || cursor.IsWord("after") || cursor.IsWord("timeout"))
        {
            return RowParser.Transition(cursor);
        }

        var second = cursor.Ahead(1).Kind;
        if (second is TokenKind.Identifier or TokenKind.Question or TokenKind.String or TokenKind.Bang
            && (Misspelling.Find(cursor, line.IsIndented ? Keywords.OfRows : Keywords.OfLines)
                ?? Misspelling.Find(cursor, line.IsIndented ? Keywords.OfLines : Keywords.OfRows)) is { } meant)
        {
            cursor.Fail(LineErrors.MisspeltKeyword(cursor.Current.Span, cursor.TextOf(cursor.Current), meant));
            return ParseAs(meant, Keywords.Classify(meant));
        }

        if (MissingSection(line, next) is { } section)
        {
            cursor.Fail(LineErrors.MissingSection(cursor.Current.Span, cursor.TextOf(cursor.Current), section));
            return SectionParser.After(cursor, section);
        }

        if (!line.IsIndented && second is TokenKind.End or TokenKind.Comma or TokenKind.Dot)
        {
            cursor.Fail(LineErrors.UnknownLine(cursor));
        }

        return RowParser.Transition(cursor);
    }

    // What only a section line can be: a name with a code or a label, or a name alone that is not indented as the row below it.
    private string? MissingSection(LogicalLine line, LogicalLine? next)
    {
        var second = cursor.Ahead(1).Kind;
        if (second == TokenKind.Equal || (second == TokenKind.String && cursor.Ahead(2).Kind == TokenKind.End))
        {
            return "state";
        }

        var isAboveRow = second == TokenKind.End && next is { IsIndented: true, Keyword: LineKeyword.None or LineKeyword.Row } row
            && row.Indentation != line.Indentation;
        return !isAboveRow ? null : IsRole(next) ? "session" : "state";
    }

    private bool IsRole(LogicalLine? line) =>
        line is { TokenCount: > 1 } role && file.Tokens[role.FirstToken + 1].Kind == TokenKind.Colon;
}
