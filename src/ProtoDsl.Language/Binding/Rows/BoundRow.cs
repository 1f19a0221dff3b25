using System.Collections.Generic;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding.Rows;

/// <summary>A row of the model and what is needed to say something about it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Section">The number of its section in the machine.</param>
/// <param name="Syntax">Its line.</param>
/// <param name="Events">The event of each of the row's triggers, as written.</param>
/// <param name="Guard">What stands in brackets; null for none.</param>
/// <param name="GuardNumber">Equal for equal guards; -1 for none and for <c>[else]</c>.</param>
/// <param name="Target">What stands after the arrow; null for none.</param>
internal sealed record BoundRow(Row Row, int Section, LineSyntax Syntax, IReadOnlyList<EventSyntax> Events, GuardSyntax? Guard, int GuardNumber, NameSyntax? Target)
{
    public TextSpan Span => Syntax.Span;
}
