using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Text;
using static ProtoDsl.Language.Binding.Messages.Wording;

namespace ProtoDsl.Language.Binding.Messages;

/// <summary>Comments that switch findings off.</summary>
internal static class SuppressionMessages
{
    public static readonly TableRule Useless = new("PDSL1091", "Suppression without effect", TableSeverity.Info);

    public static TableDiagnostic NothingToSuppress(TextSpan span, string id) =>
        new(Useless, span, $"{Quote(id)} is not reported here; remove it from this comment");

    public static TableDiagnostic NoSuchRule(TextSpan span, string id) =>
        new(Useless, span, $"There is no finding {Quote(id)} about a table; write an id as messages show it, such as 'PDSL1048'");

    public static TableDiagnostic Error(TextSpan span, string id) =>
        new(Useless, span, $"{Quote(id)} is an error, which cannot be switched off, since what follows rests on the line; repair the line");

    public static TableDiagnostic Syntax(TextSpan span, string id) =>
        new(Useless, span, $"{Quote(id)} is an error of syntax, which cannot be switched off; repair the line");
}
