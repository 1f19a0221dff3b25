using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Summaries;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>What a callee does to one machine, and which one that is at a call.</summary>
/// <param name="Effect">What it does.</param>
/// <param name="Machine">The machine.</param>
/// <param name="Written">Where it is named: the argument, the object; for a field of the object at hand, the call.</param>
internal readonly record struct MatchedEffect(SubjectEffect Effect, ObjectValue Machine, IOperation Written);
