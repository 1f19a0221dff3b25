using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>What a method does to the machine in a field of its object, whichever machine that is by then: for each state in which it finds one there.</summary>
/// <param name="Field">The field.</param>
/// <param name="Returned">Where it leaves one when it returns.</param>
/// <param name="Thrown">Where it leaves one when it throws.</param>
/// <param name="Seen">Where other members of the class may find one while it runs.</param>
internal sealed record FieldTraffic(IFieldSymbol Field, Reach Returned, Reach Thrown, Reach Seen);
