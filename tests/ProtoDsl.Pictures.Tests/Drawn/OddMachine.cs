namespace ProtoDsl.Pictures.Tests.Drawn;

/// <summary>A table whose texts mean something to every format that they are written in.</summary>
internal static class OddMachine
{
    public const string Text = """
        message end, subgraph, graph_(click|style of), Größe
        call @default, class_, A
        machine Odd
        group Both = @end, B
        initial state @end "a: b; c # d \"e\" {f} |g| <b>h</b> &amp; %%i `j` \\k --> l"
            ?graph_(click) [x && !(y || z)] / !end, note(1) -> B
            ?subgraph | ?Größe                              -> same
            @default                                        -> B
        final state B "日本 é ~~~ $x$ ]] )) ((( [[ #quot; \\n \\l"
            class_ / !graph_(style), @start                 -> @end
            ignore ?end "because; of: #this"
        in Both
            A / note2 -> B
        """;
}
