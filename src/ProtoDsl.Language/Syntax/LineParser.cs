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
        cursor.MoveTo(line, silently: isRow && line.IsIndented && section == SectionKind.Lost);
        var parsed = isRow
            ? ParseRow(line, next, section)
            : ParseAs(cursor.TextOf(cursor.Current), line.Keyword);
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

    private LineSyntax? ParseRow(LogicalLine line, LogicalLine? next, SectionKind section)
    {
        var isOfMachine = section is SectionKind.Machine or SectionKind.Lost;
        if (line.Keyword == LineKeyword.None && (isOfMachine || !line.IsIndented || cursor.Is(TokenKind.String)) && TryRepair(line, next, out var repaired))
        {
            return repaired;
        }

        return section switch
        {
            SectionKind.Session => SessionRowParser.Parse(cursor),
            SectionKind.Scenario => ScenarioRowParser.Parse(cursor),
            _ => ParseAs(line.Keyword == LineKeyword.Row ? cursor.TextOf(cursor.Current) : string.Empty, LineKeyword.Row),
        };
    }

    // A line whose keyword is misspelt or missing is reported, and read as if it were there.
    private bool TryRepair(LogicalLine line, LogicalLine? next, out LineSyntax? repaired)
    {
        var first = cursor.Current;
        var second = cursor.Ahead(1).Kind;
        repaired = null;
        if (first.Kind == TokenKind.String)
        {
            cursor.Fail(LineErrors.MissingScenario(cursor));
            repaired = SectionParser.After(cursor, "scenario");
            return true;
        }

        if (first.Kind != TokenKind.Identifier || cursor.IsWord("after") || cursor.IsWord("timeout"))
        {
            return false;
        }

        var (likely, unlikely) = line.IsIndented ? (Keywords.OfRows, Keywords.OfLines) : (Keywords.OfLines, Keywords.OfRows);
        if (second is TokenKind.Identifier or TokenKind.Question or TokenKind.String or TokenKind.Bang
            && (Misspelling.Find(cursor, likely) ?? Misspelling.Find(cursor, unlikely)) is { } meant && CanFollow(meant))
        {
            cursor.Fail(LineErrors.MisspeltKeyword(first.Span, cursor.TextOf(first), meant));
            repaired = ParseAs(meant, Keywords.Classify(meant));
            return true;
        }

        if (MissingKeyword(line, next) is { } missing)
        {
            cursor.Fail(LineErrors.MissingKeyword(first.Span, cursor.TextOf(first), missing));
            repaired = Keywords.Classify(missing) == LineKeyword.Section ? SectionParser.After(cursor, missing) : DeclarationParser.Parse(cursor, missing);
            return true;
        }

        if (!line.IsIndented && second is TokenKind.End or TokenKind.Comma or TokenKind.Dot)
        {
            cursor.Fail(LineErrors.UnknownLine(cursor));
            return true;
        }

        return false;
    }

    // What the line can only be, were its keyword there: a name with something behind '=', a name with a label, or a name alone that is
    // not indented as the row below it.
    private string? MissingKeyword(LogicalLine line, LogicalLine? next)
    {
        var second = cursor.Ahead(1).Kind;
        if (second == TokenKind.Equal)
        {
            return cursor.Ahead(2).Kind == TokenKind.Measure ? "timer"
                : cursor.Ahead(3).Kind == TokenKind.Bar ? "tag"
                : cursor.Ahead(2).Kind == TokenKind.Identifier ? "group"
                : "state";
        }

        if (second == TokenKind.String && cursor.Ahead(2).Kind == TokenKind.End)
        {
            return "state";
        }

        var isAboveRow = second == TokenKind.End && next is { IsIndented: true, Keyword: LineKeyword.None or LineKeyword.Row } row
            && row.Indentation != line.Indentation;
        return !isAboveRow ? null : IsRole(next) ? "session" : "state";
    }

    // 'Synchronized group = …' is no machine: what modifies is followed by what it modifies.
    private bool CanFollow(string keyword) => keyword switch
    {
        "public" or "internal" or "async" or "synchronized" or "generic" =>
            cursor.Ahead(1).Kind == TokenKind.Identifier && cursor.Ahead(2).Kind == TokenKind.Identifier,
        _ => cursor.Ahead(1).Kind != TokenKind.Identifier || cursor.Ahead(2).Kind != TokenKind.Equal
            || keyword is "timer" or "tag" or "group" or "state",
    };

    private bool IsRole(LogicalLine? line) =>
        line is { TokenCount: > 1 } role && file.Tokens[role.FirstToken + 1].Kind == TokenKind.Colon;
}
