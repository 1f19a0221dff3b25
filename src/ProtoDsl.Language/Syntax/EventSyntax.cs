using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Syntax;

/// <summary>What a row waits for.</summary>
public abstract record EventSyntax : SyntaxNode;

/// <summary><c>?ACK(FIN) from Peer</c>.</summary>
public sealed record ReceiveEventSyntax(NameSyntax Message, EquatableArray<ValueSyntax> Arguments, NameSyntax? From) : EventSyntax;

/// <summary><c>?*</c>: every message that no row names.</summary>
public sealed record ReceiveAnyEventSyntax : EventSyntax;

/// <summary><c>Send</c> or <c>SendData(ES)</c>: a call of the local user.</summary>
public sealed record CallEventSyntax(NameSyntax Call, EquatableArray<ValueSyntax> Arguments) : EventSyntax;

/// <summary><c>after TimeWait drained</c>.</summary>
public sealed record AfterEventSyntax(NameSyntax Timer, bool IsDrained) : EventSyntax;

/// <summary><c>after *</c>, in the <c>until</c> of a <c>keep</c> row only.</summary>
public sealed record AfterAnyEventSyntax : EventSyntax;

/// <summary><c>timeout Restart</c>.</summary>
public sealed record TimeoutEventSyntax(NameSyntax Timer) : EventSyntax;

/// <summary>What an argument in parentheses is.</summary>
public enum ValueKind
{
    /// <summary>A tag value or the name of a parameter.</summary>
    Name,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>_</c>: any value, or: not given.</summary>
    Wildcard,
}

/// <summary>One argument of an event, an effect or a send.</summary>
public sealed record ValueSyntax(ValueKind Kind, string Text) : SyntaxNode;

/// <summary>What stands in <c>[ ]</c>.</summary>
public abstract record GuardSyntax : SyntaxNode;

/// <summary><c>[else]</c>.</summary>
public sealed record ElseGuardSyntax : GuardSyntax;

/// <summary>A name that the user answers.</summary>
public sealed record NamedGuardSyntax(NameSyntax Name) : GuardSyntax;

/// <summary><c>!g</c>.</summary>
public sealed record NotGuardSyntax(GuardSyntax Operand) : GuardSyntax;

/// <summary><c>a &amp;&amp; b</c>.</summary>
public sealed record AndGuardSyntax(EquatableArray<GuardSyntax> Operands) : GuardSyntax;

/// <summary><c>a || b</c>.</summary>
public sealed record OrGuardSyntax(EquatableArray<GuardSyntax> Operands) : GuardSyntax;

/// <summary>What a row does.</summary>
public abstract record EffectSyntax : SyntaxNode;

/// <summary><c>!ACK(FIN) to Peer</c>.</summary>
public sealed record SendEffectSyntax(NameSyntax Message, EquatableArray<ValueSyntax> Arguments, NameSyntax? To) : EffectSyntax;

/// <summary>What is done to a timer.</summary>
public enum TimerOperation
{
    /// <summary>Arms it; an armed one is armed anew.</summary>
    Start,

    /// <summary>Disarms it.</summary>
    Stop,

    /// <summary>Disarms and arms it.</summary>
    Restart,
}

/// <summary><c>restart Idle</c>.</summary>
public sealed record TimerEffectSyntax(TimerOperation Operation, NameSyntax Timer) : EffectSyntax;

/// <summary><c>deliver</c> or <c>initCounter(code)</c>. <see cref="HasArguments"/> tells <c>f</c> from <c>f(…)</c>.</summary>
public sealed record ActionEffectSyntax(NameSyntax Name, bool HasArguments, EquatableArray<ValueSyntax> Arguments) : EffectSyntax;
