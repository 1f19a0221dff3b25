namespace ProtoDsl.Language.Tests.Syntax;

/// <summary>Each construct of a machine's rows, printed without positions.</summary>
public sealed class RowGrammarTests
{
    [Theory]
    [InlineData("?M -> A", "TransitionRow(Trigger: [ReceiveEvent(Message: M, Arguments: [], From: -)], Guard: -, Effects: [], Target: A)")]
    [InlineData("Open / go", "TransitionRow(Trigger: [CallEvent(Call: Open, Arguments: [])], Guard: -, Effects: [ActionEffect(Name: go, HasArguments: False, Arguments: [])], Target: -)")]
    [InlineData("?* -> same", "TransitionRow(Trigger: [ReceiveAnyEvent()], Guard: -, Effects: [], Target: same)")]
    [InlineData("?M(FIN, _, 3) from Peer -> A", "TransitionRow(Trigger: [ReceiveEvent(Message: M, Arguments: [Value(Kind: Name, Text: FIN), Value(Kind: Wildcard, Text: _), Value(Kind: Number, Text: 3)], From: Peer)], Guard: -, Effects: [], Target: A)")]
    [InlineData("after T drained -> A", "TransitionRow(Trigger: [AfterEvent(Timer: T, IsDrained: True)], Guard: -, Effects: [], Target: A)")]
    [InlineData("timeout T [else] -> A", "TransitionRow(Trigger: [TimeoutEvent(Timer: T)], Guard: ElseGuard(), Effects: [], Target: A)")]
    [InlineData("A | ?B -> C", "TransitionRow(Trigger: [CallEvent(Call: A, Arguments: []), ReceiveEvent(Message: B, Arguments: [], From: -)], Guard: -, Effects: [], Target: C)")]
    public void A_transition(string row, string expected) => Assert.Equal(expected, Parsing.Line(row));

    [Theory]
    [InlineData("!M", "SendEffect(Message: M, Arguments: [], To: -)")]
    [InlineData("!M(a, _) to Peer", "SendEffect(Message: M, Arguments: [Value(Kind: Name, Text: a), Value(Kind: Wildcard, Text: _)], To: Peer)")]
    [InlineData("start T", "TimerEffect(Operation: Start, Timer: T)")]
    [InlineData("stop T", "TimerEffect(Operation: Stop, Timer: T)")]
    [InlineData("restart T", "TimerEffect(Operation: Restart, Timer: T)")]
    [InlineData("f(1)", "ActionEffect(Name: f, HasArguments: True, Arguments: [Value(Kind: Number, Text: 1)])")]
    [InlineData("@start", "ActionEffect(Name: start, HasArguments: False, Arguments: [])")]
    public void An_effect(string effect, string expected)
    {
        Assert.Equal($"BoundaryRow(IsEntry: True, Effects: [{expected}])", Parsing.Line("entry " + effect));
        Assert.Equal($"BoundaryRow(IsEntry: False, Effects: [{expected}, {expected}])", Parsing.Line($"exit {effect}, {effect}"));
    }

    [Theory]
    [InlineData("a", "NamedGuard(Name: a)")]
    [InlineData("!a", "NotGuard(Operand: NamedGuard(Name: a))")]
    [InlineData("@else", "NamedGuard(Name: else)")]
    [InlineData("a || b && c", "OrGuard(Operands: [NamedGuard(Name: a), AndGuard(Operands: [NamedGuard(Name: b), NamedGuard(Name: c)])])")]
    [InlineData("(a || b) && !(c)", "AndGuard(Operands: [OrGuard(Operands: [NamedGuard(Name: a), NamedGuard(Name: b)]), NotGuard(Operand: NamedGuard(Name: c))])")]
    [InlineData("a && b && c", "AndGuard(Operands: [NamedGuard(Name: a), NamedGuard(Name: b), NamedGuard(Name: c)])")]
    public void A_guard(string guard, string expected) =>
        Assert.Equal($"ReasonRow(Kind: Ignore, Trigger: [ReceiveAnyEvent()], Guard: {expected}, Reason: -)", Parsing.Line($"ignore ?* [{guard}]"));

    [Theory]
    [InlineData("ignore Open | ?M", "ReasonRow(Kind: Ignore, Trigger: [CallEvent(Call: Open, Arguments: []), ReceiveEvent(Message: M, Arguments: [], From: -)], Guard: -, Reason: -)")]
    [InlineData("defer ?M", "ReasonRow(Kind: Defer, Trigger: [ReceiveEvent(Message: M, Arguments: [], From: -)], Guard: -, Reason: -)")]
    [InlineData("forbid Open [else] \"a \\\"b\\\" \\\\\"", "ReasonRow(Kind: Forbid, Trigger: [CallEvent(Call: Open, Arguments: [])], Guard: ElseGuard(), Reason: \"a \"b\" \\\")")]
    [InlineData("keep A until ?B | after *", "KeepRow(Trigger: [CallEvent(Call: A, Arguments: [])], Set: -, Until: [ReceiveEvent(Message: B, Arguments: [], From: -), AfterAnyEvent()], Reason: -)")]
    [InlineData("keep A in any except X, Y until B \"r\"", "KeepRow(Trigger: [CallEvent(Call: A, Arguments: [])], Set: StateSet(IsAny: True, Included: [], Excluded: [X, Y]), Until: [CallEvent(Call: B, Arguments: [])], Reason: \"r\")")]
    public void A_row_with_a_keyword(string row, string expected) => Assert.Equal(expected, Parsing.Line(row));

    [Theory]
    [InlineData("@ignore -> A", "ignore")]
    [InlineData("ignore -> A", "ignore")]
    [InlineData("state -> A", "state")]
    [InlineData("@after -> A", "after")]
    public void A_keyword_is_a_name_where_it_is_escaped_or_cannot_be_one(string row, string call) =>
        Assert.StartsWith($"TransitionRow(Trigger: [CallEvent(Call: {call},", Parsing.Line(row));

    [Fact]
    public void A_row_goes_on_where_the_next_line_begins_with_what_it_lacks()
    {
        var one = Parsing.Line("?A(x, y) | ?B [p && q] / !C, d -> E");
        Assert.Equal(one, Parsing.Line("?A(x,\n  y)\n | ?B [p\n && q]\n / !C\n , d // why\n // more\n -> E"));
        Assert.Equal(one, Parsing.Line("?A(\r\nx, y)\r| ?B [p &&\r\n\r\nq] /\t!C, d\r\n-> E\r\n"));
    }

    [Fact]
    public void A_second_slash_or_arrow_begins_a_broken_line_of_its_own()
    {
        var file = TransitionFile.Parse("state A\n    ?M / go\n          / go -> B\n    ?N -> C");
        Assert.Single(file.Diagnostics);
        Assert.Equal(4, file.Lines.Count);
    }
}
