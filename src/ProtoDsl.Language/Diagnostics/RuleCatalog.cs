using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Diagnostics;

/// <summary>Every kind of finding about a table, by id. The messages themselves stand beside the stage that finds them.</summary>
public static class RuleCatalog
{
    private static readonly TableRule[] s_rules =
    [
        FileErrors.NotTextRule, FileErrors.TooLargeRule, FileErrors.MoreRule, FileErrors.SuppressionRule,
        LexicalErrors.CharacterRule, LexicalErrors.StringRule, LexicalErrors.EscapeRule, LexicalErrors.BracketRule,
        LineErrors.KeywordRule, LineErrors.UnknownRule, LineErrors.NameRule, LineErrors.ExpectedRule, LineErrors.SurplusRule,
        LineErrors.NumberRule, LineErrors.DepthRule,
        RowErrors.IdleRule, RowErrors.EventRule, RowErrors.EffectRule, RowErrors.GuardRule, RowErrors.ReasonRule, RowErrors.ArgumentRule,
        RowErrors.KeepRule, RowErrors.PassiveRule,
        DeclarationErrors.ParameterRule, DeclarationErrors.DurationRule, DeclarationErrors.TagRule, DeclarationErrors.ModifierRule,
        TypeErrors.TypeRule,
        SessionErrors.SessionRule, SessionErrors.ChannelRule, SessionErrors.ScenarioRule, SessionErrors.PairRule,
        PlacementMessages.Misplaced, PlacementMessages.SaidTwice, PlacementMessages.EmptyFile,
        LimitMessages.TooLarge, LimitMessages.OutOfRange,
        DeclarationMessages.DeclaredTwice, DeclarationMessages.TagNumbers, DeclarationMessages.TagBinding, DeclarationMessages.BoundCall,
        StateMessages.UnknownState, StateMessages.InitialStates, StateMessages.NoStates, StateMessages.StableCodes,
        StateMessages.GroupCycle, StateMessages.EmptySet,
        EventMessages.UnknownCall, EventMessages.UnknownMessage, EventMessages.UnknownTimer, EventMessages.UnknownValue,
        EventMessages.NotATag, EventMessages.TooManyArguments,
        RowMessages.AfterWithoutArrow, RowMessages.TimerBothWays, RowMessages.DrainedOrNot, RowMessages.DeferNoMessage,
        RowMessages.ExpiryRefused, RowMessages.RestartsOther, RowMessages.KeepEvent,
        CellMessages.TwoSectionsRule, CellMessages.DuplicateRule, CellMessages.ElseAloneRule, CellMessages.FileOrderRule,
        ActionMessages.EffectIsMessage, ActionMessages.EffectAndGuard, ActionMessages.ArgumentLists, ActionMessages.UnknownArgument,
        ActionMessages.ArgumentType,
        NameMessages.Clash, NameMessages.Reserved, NameMessages.BoundTwice, NameMessages.DisposeRule,
        UnusedMessages.UnusedDeclaration,
        SuppressionMessages.Useless,
        SessionMessages.UnknownMachine, SessionMessages.TooFewRoles, SessionMessages.UnknownCall, SessionMessages.UnknownState,
        SessionMessages.ChannelOnce, SessionMessages.LossyRendezvousRule, SessionMessages.CapacityRule, SessionMessages.UnknownRole,
        SessionMessages.DeclaredTwice, SessionMessages.RoleOfNoSession,
        ScenarioMessages.UnknownSession, ScenarioMessages.NotSent, ScenarioMessages.NoSuchEvent, ScenarioMessages.BadArgument,
        ScenarioMessages.FromFirst, ScenarioMessages.ToItself,
    ];

    private static readonly Dictionary<string, TableRule> s_byId = s_rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>All of them, by ascending id.</summary>
    public static IReadOnlyList<TableRule> All { get; } = s_rules.OrderBy(rule => rule.Id, StringComparer.Ordinal).ToArray();

    /// <summary>The rule of that id; null where there is none.</summary>
    public static TableRule? Find(string id) => s_byId.TryGetValue(id, out var rule) ? rule : null;
}
