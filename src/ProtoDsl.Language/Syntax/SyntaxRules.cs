using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Language.Syntax;

/// <summary>The rules of this stage, by id.</summary>
internal static class SyntaxRules
{
    public static readonly EquatableArray<TableRule> All = EquatableArray.Create(
        FileErrors.NotTextRule,
        FileErrors.TooLargeRule,
        FileErrors.MoreRule,
        FileErrors.SuppressionRule,
        LexicalErrors.CharacterRule,
        LexicalErrors.StringRule,
        LexicalErrors.EscapeRule,
        LexicalErrors.BracketRule,
        LineErrors.KeywordRule,
        LineErrors.UnknownRule,
        LineErrors.NameRule,
        LineErrors.ExpectedRule,
        LineErrors.SurplusRule,
        LineErrors.NumberRule,
        LineErrors.DepthRule,
        RowErrors.IdleRule,
        RowErrors.EventRule,
        RowErrors.EffectRule,
        RowErrors.GuardRule,
        RowErrors.ReasonRule,
        RowErrors.ArgumentRule,
        RowErrors.KeepRule,
        RowErrors.PassiveRule,
        DeclarationErrors.ParameterRule,
        DeclarationErrors.DurationRule,
        DeclarationErrors.TagRule,
        DeclarationErrors.ModifierRule,
        TypeErrors.TypeRule,
        SessionErrors.SessionRule,
        SessionErrors.ChannelRule,
        SessionErrors.ScenarioRule,
        SessionErrors.PairRule);
}
