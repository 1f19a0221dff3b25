using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>An argument, and what is known of its value.</summary>
internal readonly record struct PassedArgument(IArgumentOperation Argument, FlowValue? Value);
