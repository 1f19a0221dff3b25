namespace ProtoDsl.Language.Syntax;

/// <summary>Lines that open a section. A broken one keeps its name, so that the rows below it
/// and the rows that name it are not reported too. Null: not even a name could be read.</summary>
internal static class SectionParser
{
    /// <summary>Reads the line as one that begins with <paramref name="keyword"/>, whatever its first word is.</summary>
    public static LineSyntax? Parse(LineCursor cursor, string keyword)
    {
        var first = cursor.Take();
        return keyword is "public" or "internal" or "async" or "synchronized" or "generic"
            ? ModifiedMachine(cursor, first, ModifierOf(keyword))
            : After(cursor, keyword);
    }

    /// <summary>What follows a keyword that is no modifier.</summary>
    public static LineSyntax? After(LineCursor cursor, string keyword)
    {
        switch (keyword)
        {
            case "in":
                var set = StateSetParser.Parse(cursor);
                NodeParser.End(cursor, "the states of the section");
                return set is null ? null : new InLine(set) { Span = cursor.LineSpan };
            case "session":
                var name = NodeParser.Name(cursor, "the name of the session", "session Pair");
                NodeParser.End(cursor, "the session's name");
                return name is null ? null : new SessionLine(name) { Span = cursor.LineSpan };
            case "scenario":
                return Scenario(cursor);
            case "state":
                return State(cursor, isInitial: false, isFinal: false);
            case "initial" or "final":
                return MarkedState(cursor, keyword == "initial");
            default:
                return Machine(cursor, MachineModifiers.None);
        }
    }

    private static LineSyntax? MarkedState(LineCursor cursor, bool isInitial)
    {
        var isFinal = !isInitial;
        while (cursor.IsWord("initial") || cursor.IsWord("final"))
        {
            var word = cursor.Take();
            var isAnotherInitial = cursor.IsWord(word, "initial");
            if (isAnotherInitial ? isInitial : isFinal)
            {
                cursor.Fail(LineErrors.Twice(word, cursor.TextOf(word)));
            }

            isInitial |= isAnotherInitial;
            isFinal |= !isAnotherInitial;
        }

        if (cursor.IsWord("machine"))
        {
            cursor.Fail(DeclarationErrors.WrongModifier(cursor, isInitial ? "initial" : "final", "state"));
            cursor.Take();
            return Machine(cursor, MachineModifiers.None);
        }

        Keyword(cursor, "state", "initial state CLOSED");
        return State(cursor, isInitial, isFinal);
    }

    private static LineSyntax? State(LineCursor cursor, bool isInitial, bool isFinal)
    {
        if (NodeParser.Name(cursor, "the name of the state", "state CLOSED") is not { } name)
        {
            return null;
        }

        if (name.Text == "same")
        {
            cursor.Fail(LineErrors.StateCalledSame(name.Span));
        }

        var code = cursor.Accept(TokenKind.Equal) ? NodeParser.Number(cursor, "the stable code of the state", $"state {name.Text} = 3") : null;
        var label = NodeParser.OptionalString(cursor);
        if (cursor.Is(TokenKind.Number))
        {
            cursor.Fail(LineErrors.Expected(cursor, "'=' before the stable code", $"state {name.Text} = {cursor.TextOf(cursor.Current)}"));
        }

        NodeParser.End(cursor, label is null ? "the state's name" : "the state's label");
        return new StateLine(isInitial, isFinal, name, code, label) { Span = cursor.LineSpan };
    }

    private static LineSyntax? ModifiedMachine(LineCursor cursor, Token word, MachineModifiers modifier)
    {
        var modifiers = MachineModifiers.None;
        while (true)
        {
            if ((modifiers & modifier) != 0)
            {
                cursor.Fail(LineErrors.Twice(word, cursor.TextOf(word)));
            }

            modifiers |= modifier;
            if ((modifiers & (MachineModifiers.Public | MachineModifiers.Internal)) == (MachineModifiers.Public | MachineModifiers.Internal))
            {
                cursor.Fail(DeclarationErrors.Contradiction(word));
                modifiers &= ~MachineModifiers.Internal;
            }

            modifier = cursor.Is(TokenKind.Identifier) ? ModifierOf(cursor.TextOf(cursor.Current)) : MachineModifiers.None;
            if (modifier == MachineModifiers.None)
            {
                break;
            }

            word = cursor.Take();
        }

        if (cursor.IsWord("state"))
        {
            cursor.Fail(DeclarationErrors.WrongModifier(cursor, cursor.TextOf(word), "machine"));
            cursor.Take();
            return State(cursor, isInitial: false, isFinal: false);
        }

        Keyword(cursor, "machine", "public machine TcpConnection");
        return Machine(cursor, modifiers);
    }

    private static LineSyntax? Machine(LineCursor cursor, MachineModifiers modifiers)
    {
        var name = NodeParser.Name(cursor, "the name of the machine", "machine TcpConnection");
        NodeParser.End(cursor, "the machine's name");
        return name is null ? null : new MachineLine(modifiers, name) { Span = cursor.LineSpan };
    }

    private static LineSyntax? Scenario(LineCursor cursor)
    {
        var start = cursor.PreviousEnd;
        if (NodeParser.OptionalString(cursor) is not { } title)
        {
            cursor.Fail(LineErrors.Expected(cursor, "the title of the scenario in quotes", "scenario \"four-way close\" in Pair"));
            title = new StringSyntax(string.Empty) { Span = new Text.TextSpan(start, 0) };
            while (!cursor.AtEnd && !cursor.IsWord("in"))
            {
                cursor.Take();
            }
        }

        if (!cursor.AcceptWord("in"))
        {
            cursor.Fail(LineErrors.Expected(cursor, "'in' and the name of a session", "scenario \"four-way close\" in Pair"));
        }

        var session = NodeParser.Name(cursor, "the name of a session", "scenario \"four-way close\" in Pair");
        NodeParser.End(cursor, "the session's name");
        return session is null ? null : new ScenarioLine(title, session) { Span = cursor.LineSpan };
    }

    // The word itself, or what was meant to be it: another word stands between it and the name.
    private static void Keyword(LineCursor cursor, string word, string example)
    {
        if (cursor.AcceptWord(word))
        {
            return;
        }

        var isMisspelt = cursor.Is(TokenKind.Identifier) && cursor.Ahead(1).Kind == TokenKind.Identifier;
        cursor.Fail(isMisspelt
            ? LineErrors.MisspeltKeyword(cursor.Here, cursor.TextOf(cursor.Current), word)
            : LineErrors.Expected(cursor, $"'{word}'", example));
        if (isMisspelt)
        {
            cursor.Take();
        }
    }

    private static MachineModifiers ModifierOf(string word) => word switch
    {
        "public" => MachineModifiers.Public,
        "internal" => MachineModifiers.Internal,
        "async" => MachineModifiers.Async,
        "synchronized" => MachineModifiers.Synchronized,
        "generic" => MachineModifiers.Generic,
        _ => MachineModifiers.None,
    };
}
