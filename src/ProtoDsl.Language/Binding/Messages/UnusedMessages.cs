using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Text;
using static ProtoDsl.Language.Binding.Messages.Wording;

namespace ProtoDsl.Language.Binding.Messages;

/// <summary>Declarations that nothing names.</summary>
internal static class UnusedMessages
{
    public static readonly TableRule UnusedDeclaration = new("PDSL1090", "Unused declaration", TableSeverity.Warning);

    public static TableDiagnostic Unused(string kind, string name, TextSpan span) =>
        new(UnusedDeclaration, span, kind == "call"
            ? $"No row names the call {Quote(name)}, so that no machine has a method for it; add a row, or remove it"
            : $"Nothing names the {kind} {Quote(name)}; use it, or remove it");
}
