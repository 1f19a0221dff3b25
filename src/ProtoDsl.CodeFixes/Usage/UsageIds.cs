using ProtoDsl.Analyzers.Usage.Messages;

namespace ProtoDsl.CodeFixes.Usage;

/// <summary>The findings that are repaired in C#.</summary>
internal static class UsageIds
{
    public static readonly string Illegal = UsageRules.IllegalEvent.Id;

    public static readonly string MayBeIllegal = UsageRules.EventMayBeIllegal.Id;

    public static readonly string Unexpected = UsageRules.UnexpectedMessage.Id;

    public static readonly string NotAwaited = UsageRules.NotAwaited.Id;

    public static readonly string TryResultIgnored = UsageRules.TryResultIgnored.Id;

    public static readonly string UnreadableContract = UsageRules.UnreadableContract.Id;

    public const string ContractToAdd = "PDSL3010";
}
