using ProtoDsl.Language.Diagnostics;
using static ProtoDsl.Language.Binding.Messages.Wording;

namespace ProtoDsl.Verification.Tables.Messages;

/// <summary>What must stay legal.</summary>
internal static class KeepMessages
{
    public static readonly TableRule Broken = new("PDSL1110", "What 'keep' keeps is lost", TableSeverity.Warning);
    public static readonly TableRule Empty = new("PDSL1111", "'keep' of what is never legal", TableSeverity.Info);

    /// <param name="trigger">The event that leads there.</param>
    /// <param name="from">Where the kept event is legal.</param>
    /// <param name="to">Where it is not.</param>
    /// <param name="kept">The event that must stay legal.</param>
    /// <param name="line">The line of the <c>keep</c> row.</param>
    /// <param name="reason">Its text; null for none.</param>
    public static string Lost(string trigger, string from, string to, string kept, int line, string? reason) =>
        $"{Quote(trigger)} leads from {Quote(from)}, where {Quote(kept)} is legal, to {Quote(to)}, where it is not, and the 'keep' of line {line} does not allow that{(reason is null ? "" : ": " + Clip(reason))}; lead to a state that lists {Quote(kept)}, or add '{Clip(trigger)}' behind 'until'";

    public static string NeverLegal(string kept, bool hasSet) =>
        $"{Quote(kept)} is legal in {(hasSet ? "none of these states" : "no state")}, so that this row keeps nothing; write a row for it, or remove 'keep'";
}
