using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Syntax;

/// <summary><c>?FIN [g] / !ACK(FIN) -> TIME_WAIT</c>. No target: the machine stays. A target <c>same</c> has that text.</summary>
public sealed record TransitionRow(EquatableArray<EventSyntax> Trigger, GuardSyntax? Guard, EquatableArray<EffectSyntax> Effects, NameSyntax? Target) : LineSyntax;

/// <summary>The words that open a row without a transition.</summary>
public enum ReasonRowKind
{
    /// <summary>Allowed, and nothing happens.</summary>
    Ignore,

    /// <summary>Kept until the state changes.</summary>
    Defer,

    /// <summary>Illegal on purpose, with a reason.</summary>
    Forbid,
}

/// <summary><c>forbid Send | Close "connection closing"</c>.</summary>
public sealed record ReasonRow(ReasonRowKind Kind, EquatableArray<EventSyntax> Trigger, GuardSyntax? Guard, StringSyntax? Reason) : LineSyntax;

/// <summary><c>entry stop Restart, layerUp</c> or <c>exit layerDown</c>.</summary>
public sealed record BoundaryRow(bool IsEntry, EquatableArray<EffectSyntax> Effects) : LineSyntax;

/// <summary><c>keep Send in Open until Close | ?RST "unsent data would be lost"</c>.</summary>
public sealed record KeepRow(EquatableArray<EventSyntax> Trigger, StateSetSyntax? Set, EquatableArray<EventSyntax> Until, StringSyntax? Reason) : LineSyntax;

/// <summary><c>client : TcpConnection calls Connect, Send from SYN_SENT</c>. <see cref="Calls"/> is null when not restricted.</summary>
public sealed record RoleRow(NameSyntax Role, NameSyntax Machine, EquatableArray<NameSyntax>? Calls, NameSyntax? From) : LineSyntax;

/// <summary>What carries the messages between roles.</summary>
public enum ChannelKind
{
    /// <summary>In order.</summary>
    Fifo,

    /// <summary>In any order.</summary>
    Bag,

    /// <summary>Sending and receiving are one step.</summary>
    Rendezvous,
}

/// <summary><c>over lossy fifo(2)</c>.</summary>
public sealed record OverRow(bool IsLossy, ChannelKind Kind, NumberSyntax? Capacity) : LineSyntax;

/// <summary>A role and one of its states.</summary>
public sealed record RoleStateSyntax(NameSyntax Role, NameSyntax State) : SyntaxNode;

/// <summary><c>never "both closed early" client CLOSED, server ESTABLISHED</c>.</summary>
public sealed record NeverRow(StringSyntax? Reason, EquatableArray<RoleStateSyntax> States) : LineSyntax;

/// <summary><c>from client ESTABLISHED, server ESTABLISHED</c> or <c>expect …</c>.</summary>
public sealed record ScenarioStatesRow(bool IsExpectation, EquatableArray<RoleStateSyntax> States) : LineSyntax;

/// <summary><c>[drop] client -> server ACK(FIN)</c>.</summary>
public sealed record DeliveryRow(bool IsDropped, NameSyntax From, NameSyntax To, NameSyntax Message, EquatableArray<ValueSyntax> Arguments) : LineSyntax;

/// <summary><c>client Close</c>, <c>client after TimeWait</c>.</summary>
public sealed record ScenarioEventRow(NameSyntax Role, EventSyntax Event, GuardSyntax? Guard) : LineSyntax;
