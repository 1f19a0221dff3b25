using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Model;

/// <summary>A condition over the user's guards.</summary>
public abstract record GuardExpression;

/// <summary>A guard of the user: index into <see cref="Machine.Actions"/>, with the arguments it is given.</summary>
public sealed record NamedGuard(int Action, EquatableArray<Argument> Arguments) : GuardExpression;

/// <summary>Negation.</summary>
public sealed record NotGuard(GuardExpression Operand) : GuardExpression;

/// <summary>Conjunction, left to right, short-circuit.</summary>
public sealed record AndGuard(EquatableArray<GuardExpression> Operands) : GuardExpression;

/// <summary>Disjunction, left to right, short-circuit.</summary>
public sealed record OrGuard(EquatableArray<GuardExpression> Operands) : GuardExpression;

/// <summary>One step of what a row, an entry or an exit does.</summary>
public abstract record EffectStep;

/// <summary>Sends a message. Arguments that are <see cref="MissingArgument"/> are asked of the user.</summary>
/// <param name="Message">Index into <see cref="Protocol.Messages"/>.</param>
/// <param name="Arguments">One for each parameter of the message.</param>
/// <param name="To">The role named by <c>to</c>; null for none.</param>
public sealed record SendStep(int Message, EquatableArray<Argument> Arguments, string? To) : EffectStep;

/// <summary>Arms or disarms a <c>timeout</c> timer.</summary>
public sealed record TimerStep(TimerOperation Operation, int Timer) : EffectStep;

/// <summary>Calls the user. Arguments are those written; for an effect written bare, see <see cref="UserAction.Receives"/>.</summary>
public sealed record ActionStep(int Action, EquatableArray<Argument> Arguments) : EffectStep;

/// <summary>A value handed on.</summary>
public abstract record Argument;

/// <summary>The parameter of that name of the event at hand.</summary>
/// <param name="Name">As declared.</param>
public sealed record ParameterArgument(string Name) : Argument;

/// <summary>A value of a tag: indices into <see cref="Protocol.Tags"/> and its values.</summary>
public sealed record TagArgument(int Tag, int Value) : Argument;

/// <summary>A number, for an action's parameter of type <c>int</c> or <c>long</c>.</summary>
public sealed record NumberArgument(long Value) : Argument;

/// <summary>Not given.</summary>
public sealed record MissingArgument : Argument;

/// <summary>What an action of the user is handed.</summary>
public enum ActionReceives
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>The message at hand, whole: <see cref="UserAction.Subject"/> indexes <see cref="Protocol.Messages"/>.</summary>
    Message,

    /// <summary>The arguments of the call at hand: <see cref="UserAction.Subject"/> indexes <see cref="Machine.Calls"/>.</summary>
    CallArguments,

    /// <summary>What the table writes in parentheses: <see cref="UserAction.Parameters"/>.</summary>
    WrittenArguments,
}

/// <summary>An effect or guard that the user implements: one method, one signature.</summary>
public sealed record UserAction
{
    /// <summary>The name in the table.</summary>
    public required string Name { get; init; }

    /// <summary>The C# method name.</summary>
    public required string MethodName { get; init; }

    /// <summary>True for a guard, which answers <c>bool</c>.</summary>
    public bool IsGuard { get; init; }

    /// <summary>What it is handed.</summary>
    public ActionReceives Receives { get; init; }

    /// <summary>Index of the message or call; else -1.</summary>
    public int Subject { get; init; } = -1;

    /// <summary>For <see cref="ActionReceives.WrittenArguments"/>: names and types of the arguments.</summary>
    public EquatableArray<Parameter> Parameters { get; init; }
}
