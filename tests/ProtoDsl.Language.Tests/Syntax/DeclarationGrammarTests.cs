namespace ProtoDsl.Language.Tests.Syntax;

/// <summary>Headers, declarations and section lines, printed without positions.</summary>
public sealed class DeclarationGrammarTests
{
    [Theory]
    [InlineData("protocol Tcp", "ProtocolLine(Name: Tcp, Version: -)")]
    [InlineData("protocol Tcp version 12", "ProtocolLine(Name: Tcp, Version: Number(Value: 12))")]
    [InlineData("namespace Acme . Net", "NamespaceLine(Name: DottedName(Text: Acme.Net))")]
    [InlineData("using Acme.@class", "UsingLine(Name: DottedName(Text: Acme.@class))")]
    [InlineData("import Tcp, Udp", "ImportLine(Protocols: [Tcp, Udp])")]
    public void A_header(string line, string expected) => Assert.Equal(expected, Parsing.Line(line));

    [Theory]
    [InlineData("message SYN, RST()", "MessageLine(Signatures: [Signature(Name: SYN, Parameters: [], BoundType: -), Signature(Name: RST, Parameters: [], BoundType: -)])")]
    [InlineData("message ACK(SYN|FIN of)", "MessageLine(Signatures: [Signature(Name: ACK, Parameters: [Parameter(Type: -, Alternatives: [TagValue(Text: SYN, Number: -), TagValue(Text: FIN, Number: -)], Name: of)], BoundType: -)])")]
    [InlineData("message R(220 | 221 code) = Acme.Reply", "MessageLine(Signatures: [Signature(Name: R, Parameters: [Parameter(Type: -, Alternatives: [TagValue(Text: 220, Number: 220), TagValue(Text: 221, Number: 221)], Name: code)], BoundType: CSharpType(Text: Acme.Reply, SimpleName: -))])")]
    [InlineData("call Send(byte[] data, End end)", "CallLine(Signatures: [Signature(Name: Send, Parameters: [Parameter(Type: CSharpType(Text: byte[], SimpleName: -), Alternatives: [], Name: data), Parameter(Type: CSharpType(Text: End, SimpleName: End), Alternatives: [], Name: end)], BoundType: -)])")]
    [InlineData("tag Code = 220 | 007 = int", "TagLine(Name: Code, Values: [TagValue(Text: 220, Number: 220), TagValue(Text: 007, Number: 7)], BoundType: CSharpType(Text: int, SimpleName: -))")]
    [InlineData("tag T = A\n  | B", "TagLine(Name: T, Values: [TagValue(Text: A, Number: -), TagValue(Text: B, Number: -)], BoundType: -)")]
    [InlineData("group G = A\n  , B", "GroupLine(Name: G, Members: [A, B])")]
    public void A_declaration(string line, string expected) => Assert.Equal(expected, Parsing.Line(line));

    [Theory]
    [InlineData("240s", "00:04:00")]
    [InlineData("5min", "00:05:00")]
    [InlineData("250ms", "00:00:00.2500000")]
    [InlineData("1h", "01:00:00")]
    [InlineData("1176h", "49.00:00:00")]
    [InlineData("0s", "00:00:00")]
    public void A_timer(string duration, string expected) => Assert.Equal($"TimerLine(Name: T, Due: {expected})", Parsing.Line($"timer T = {duration}"));

    [Theory]
    [InlineData("5 min", "timer T = 5min")]
    [InlineData("5m", "timer T = 5min")]
    [InlineData("30sec", "timer T = 30s")]
    public void A_duration_that_is_nearly_one_has_a_fix(string duration, string expected) => Assert.Equal(expected, Parsing.Fixed($"timer T = {duration}"));

    [Theory]
    [InlineData("machine M", "MachineLine(Modifiers: None, Name: M)")]
    [InlineData("public async synchronized generic machine M", "MachineLine(Modifiers: Public, Async, Synchronized, Generic, Name: M)")]
    [InlineData("internal machine @machine", "MachineLine(Modifiers: Internal, Name: machine)")]
    [InlineData("state A", "StateLine(IsInitial: False, IsFinal: False, Name: A, Code: -, Label: -)")]
    [InlineData("final initial state A = 3 \"the a\"", "StateLine(IsInitial: True, IsFinal: True, Name: A, Code: Number(Value: 3), Label: \"the a\")")]
    [InlineData("in any except A, B", "InLine(Set: StateSet(IsAny: True, Included: [], Excluded: [A, B]))")]
    [InlineData("in A, @any", "InLine(Set: StateSet(IsAny: False, Included: [A, any], Excluded: []))")]
    [InlineData("session S", "SessionLine(Name: S)")]
    [InlineData("scenario \"a \\\\ b\" in S", "ScenarioLine(Title: \"a \\ b\", Session: S)")]
    public void A_section(string line, string expected) => Assert.Equal(expected, Parsing.Line(line));

    [Theory]
    [InlineData("a : M", "RoleRow(Role: a, Machine: M, Calls: -, From: -)")]
    [InlineData("in : M calls A, B from X", "RoleRow(Role: in, Machine: M, Calls: [A, B], From: X)")]
    [InlineData("over fifo(3)", "OverRow(IsLossy: False, Kind: Fifo, Capacity: Number(Value: 3))")]
    [InlineData("over lossy bag(1)", "OverRow(IsLossy: True, Kind: Bag, Capacity: Number(Value: 1))")]
    [InlineData("over rendezvous", "OverRow(IsLossy: False, Kind: Rendezvous, Capacity: -)")]
    [InlineData("never \"why\" a X, b Y", "NeverRow(Reason: \"why\", States: [RoleState(Role: a, State: X), RoleState(Role: b, State: Y)])")]
    [InlineData("never a X", "NeverRow(Reason: -, States: [RoleState(Role: a, State: X)])")]
    public void A_session_row(string row, string expected) => Assert.Equal(expected, Parsing.LastLine("session S\n    " + row));

    [Theory]
    [InlineData("from a X, b Y", "ScenarioStatesRow(IsExpectation: False, States: [RoleState(Role: a, State: X), RoleState(Role: b, State: Y)])")]
    [InlineData("expect a X", "ScenarioStatesRow(IsExpectation: True, States: [RoleState(Role: a, State: X)])")]
    [InlineData("a -> b M(FIN)", "DeliveryRow(IsDropped: False, From: a, To: b, Message: M, Arguments: [Value(Kind: Name, Text: FIN)])")]
    [InlineData("from -> expect M", "DeliveryRow(IsDropped: False, From: from, To: expect, Message: M, Arguments: [])")]
    [InlineData("drop a -> b M", "DeliveryRow(IsDropped: True, From: a, To: b, Message: M, Arguments: [])")]
    [InlineData("a Close", "ScenarioEventRow(Role: a, Event: CallEvent(Call: Close, Arguments: []), Guard: -)")]
    [InlineData("a after T", "ScenarioEventRow(Role: a, Event: AfterEvent(Timer: T, IsDrained: False), Guard: -)")]
    [InlineData("a ?M [!g]", "ScenarioEventRow(Role: a, Event: ReceiveEvent(Message: M, Arguments: [], From: -), Guard: NotGuard(Operand: NamedGuard(Name: g)))")]
    public void A_scenario_row(string row, string expected) => Assert.Equal(expected, Parsing.LastLine("scenario \"s\" in S\n    " + row));

    [Fact]
    public void A_section_word_at_the_start_of_a_line_ends_what_is_open()
    {
        var file = TransitionFile.Parse("message A(int\nstate B\n    ?A -> B");
        Assert.Equal("PDSL0013", Assert.Single(file.Diagnostics).Rule.Id);
        Assert.Equal(3, file.Lines.Count);
    }

    [Fact]
    public void A_broken_header_keeps_its_name()
    {
        Assert.StartsWith("StateLine(IsInitial: False, IsFinal: False, Name: A,", Broken("state A = = 3"));
        Assert.StartsWith("StateLine(IsInitial: False, IsFinal: False, Name: A,", Broken("stat A"));
        Assert.StartsWith("StateLine(IsInitial: True, IsFinal: False, Name: A,", Broken("initial A"));
        Assert.StartsWith("StateLine(IsInitial: False, IsFinal: False, Name: A,", Broken("A = 3"));
        Assert.Equal("MachineLine(Modifiers: Public, Name: M)", Broken("public M"));
        Assert.Contains("Name: ACK", Broken("message ACK(SYN|of), RST"));
        Assert.Contains("Name: RST", Broken("message ACK(SYN|of), RST"));
        Assert.Equal("TimerLine(Name: T, Due: -)", Broken("timer T"));

        static string Broken(string text)
        {
            Parsing.Finding(text);
            return SyntaxDump.Of(Assert.Single(TransitionFile.Parse(text).Lines));
        }
    }
}
