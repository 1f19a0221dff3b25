using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>What is known of the value of a variable or expression. No value: nothing is known. Objects are named by numbers, see
/// <see cref="FlowState"/>.</summary>
internal abstract record FlowValue;

/// <summary>A null reference, or a nullable without value.</summary>
internal sealed record NullValue : FlowValue
{
    public static readonly NullValue Instance = new();
}

/// <summary>A machine, or an object of a class that owns one.</summary>
/// <param name="Object">The machine.</param>
/// <param name="MayBeNull">True where there may be none.</param>
/// <param name="Within">The field in which the object owns it; null where it is the machine itself.</param>
internal sealed record ObjectValue(int Object, bool MayBeNull, IFieldSymbol? Within = null) : FlowValue;

/// <summary>The state that a machine is in at this moment: the value dies when the machine moves.</summary>
/// <param name="Object">The machine.</param>
/// <param name="MayBeNull">True where the value may be missing instead, as in <c>c?.State</c>.</param>
internal sealed record StateValue(int Object, bool MayBeNull) : FlowValue;

/// <summary>An exception.</summary>
internal sealed record ExceptionValue(Thrown Thrown) : FlowValue;

/// <summary>The task of an event that was raised and is not awaited yet.</summary>
/// <param name="Object">The machine.</param>
/// <param name="Before">What was known before.</param>
/// <param name="Event">The event.</param>
/// <param name="Tags">What is known of its tags.</param>
/// <param name="IsTry">True when the result tells whether it happened.</param>
/// <param name="Site">Where it was raised.</param>
internal sealed record PendingValue(
    int Object, ObjectFacts Before, EventTable Event, TagKnowledge Tags, bool IsTry, Microsoft.CodeAnalysis.SyntaxNode Site) : FlowValue
{
    public bool Equals(PendingValue? other) => other is not null && Object == other.Object && Site == other.Site && Before.Equals(other.Before);

    public override int GetHashCode() => Object;
}
