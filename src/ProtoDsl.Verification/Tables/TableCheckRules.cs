using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Verification.Tables.Messages;

namespace ProtoDsl.Verification.Tables;

/// <summary>The rules of the table alone.</summary>
internal static class TableCheckRules
{
    public static readonly EquatableArray<TableRule> All = EquatableArray.Create(
        StateMessages.Unreachable,
        StateMessages.DeadEnd,
        StateMessages.Trap,
        RowMessages.Hidden,
        TimerMessages.NeverExpires,
        TimerMessages.MayBeDropped,
        TimerMessages.Untaken,
        RowMessages.Guarded,
        RowMessages.Unlisted,
        KeepMessages.Broken,
        KeepMessages.Empty);
}
