using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Language.Syntax;

/// <summary><c>// protodsl: disable PDSL1011 reason</c>.</summary>
/// <param name="Ids">The rule ids that are switched off.</param>
/// <param name="Reason">What stands after them.</param>
/// <param name="Line">The physical line (from 0) whose findings it switches off: its own, or the next one where the comment stands alone.</param>
public sealed record SuppressionSyntax(EquatableArray<string> Ids, string Reason, int Line) : SyntaxNode;

/// <summary>A parsed file: every logical line in order, and what could not be read.</summary>
public sealed record TransitionFileSyntax(
    EquatableArray<LineSyntax> Lines,
    EquatableArray<SuppressionSyntax> Suppressions,
    EquatableArray<TableDiagnostic> Diagnostics);
