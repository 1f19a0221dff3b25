using System.Collections.Generic;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Language.Binding.Messages;

/// <summary>The rules of this stage.</summary>
internal static class BindingRules
{
    public static readonly EquatableArray<TableRule> All = EquatableArray.Create(
        PlacementMessages.Misplaced,
        PlacementMessages.SaidTwice,
        PlacementMessages.EmptyFile,
        LimitMessages.TooLarge,
        DeclarationMessages.DeclaredTwice,
        DeclarationMessages.TagNumbers,
        DeclarationMessages.TagBinding,
        DeclarationMessages.BoundCall,
        StateMessages.UnknownState,
        StateMessages.InitialStates,
        StateMessages.NoStates,
        StateMessages.StableCodes,
        StateMessages.GroupCycle,
        StateMessages.EmptySet,
        StateMessages.NamedTwice,
        EventMessages.UnknownCall,
        EventMessages.UnknownMessage,
        EventMessages.UnknownTimer,
        EventMessages.UnknownValue,
        EventMessages.NotATag,
        EventMessages.TooManyArguments,
        RowMessages.AfterWithoutArrow,
        RowMessages.TimerBothWays,
        RowMessages.DrainedOrNot,
        RowMessages.DeferNoMessage,
        RowMessages.ExpiryRefused,
        RowMessages.RestartsOther,
        RowMessages.KeepEvent,
        CellMessages.TwoSectionsRule,
        CellMessages.DuplicateRule,
        CellMessages.ElseAloneRule,
        CellMessages.FileOrderRule,
        ActionMessages.EffectIsMessage,
        ActionMessages.EffectAndGuard,
        ActionMessages.ArgumentLists,
        ActionMessages.UnknownArgument,
        ActionMessages.ArgumentType, ActionMessages.EffectIsTimer,
        NameMessages.Clash,
        NameMessages.Reserved,
        NameMessages.BoundTwice,
        NameMessages.DisposeRule,
        UnusedMessages.UnusedDeclaration,
        SuppressionMessages.Useless,
        SessionMessages.UnknownMachine,
        SessionMessages.TooFewRoles,
        SessionMessages.UnknownCall,
        SessionMessages.UnknownState,
        SessionMessages.ChannelOnce,
        SessionMessages.LossyRendezvousRule,
        SessionMessages.CapacityRule,
        SessionMessages.UnknownRole,
        SessionMessages.DeclaredTwice,
        SessionMessages.RoleOfNoSession,
        ScenarioMessages.UnknownSession,
        ScenarioMessages.NotSent,
        ScenarioMessages.NoSuchEvent,
        ScenarioMessages.BadArgument,
        ScenarioMessages.FromFirst,
        ScenarioMessages.ToItself);

    private static readonly HashSet<TableRule> s_dependent =
    [
        StateMessages.UnknownState, EventMessages.UnknownCall, EventMessages.UnknownMessage, EventMessages.UnknownTimer, EventMessages.UnknownValue,
        EventMessages.NotATag, EventMessages.TooManyArguments, ActionMessages.UnknownArgument, ActionMessages.ArgumentType,
        CellMessages.DuplicateRule, CellMessages.ElseAloneRule, CellMessages.TwoSectionsRule,
        SessionMessages.UnknownMachine, SessionMessages.UnknownCall, SessionMessages.UnknownState, SessionMessages.UnknownRole,
        ScenarioMessages.UnknownSession, ScenarioMessages.NotSent, ScenarioMessages.NoSuchEvent, ScenarioMessages.BadArgument,
    ];

    /// <summary>True for findings that a declaration which cannot be read may cause elsewhere.</summary>
    public static bool DependsOnDeclarations(TableRule rule) => s_dependent.Contains(rule);
}
