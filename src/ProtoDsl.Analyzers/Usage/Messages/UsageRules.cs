using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Messages;

/// <summary>The rules about the C# that uses machines. Each has a page, <c>docs/rules/{Id}.md</c>.</summary>
internal static class UsageRules
{
    private const string Category = "ProtoDsl.Usage";

    /// <summary>An event that is illegal in every state the machine can be in.</summary>
    public static readonly DiagnosticDescriptor IllegalEvent = new(
        "PDSL3001", "Event is illegal in this state", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <summary>An event that is illegal in some of the states the machine can be in.</summary>
    public static readonly DiagnosticDescriptor EventMayBeIllegal = new(
        "PDSL3002", "Event may be illegal in this state", "{0}", Category, DiagnosticSeverity.Warning, isEnabledByDefault: true);

    /// <summary>A machine that is left in a state that is not final.</summary>
    public static readonly DiagnosticDescriptor NotFinished = new(
        "PDSL3003", "Machine is not finished", "{0}", Category, DiagnosticSeverity.Warning, isEnabledByDefault: true);

    /// <summary>An attribute about states that somebody does not keep: an error where it is certain, else reported as a warning.</summary>
    public static readonly DiagnosticDescriptor BrokenContract = new(
        "PDSL3004", "Contract is broken", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <summary>A message that is expected in none of the states the machine can be in.</summary>
    public static readonly DiagnosticDescriptor UnexpectedMessage = new(
        "PDSL3005", "Message is not expected in this state", "{0}", Category, DiagnosticSeverity.Warning, isEnabledByDefault: true);

    /// <summary>An event of an asynchronous machine whose task nobody awaits.</summary>
    public static readonly DiagnosticDescriptor NotAwaited = new(
        "PDSL3006", "Event is not awaited", "{0}", Category, DiagnosticSeverity.Warning, isEnabledByDefault: true);

    /// <summary>The result of <c>TryX</c> is thrown away.</summary>
    public static readonly DiagnosticDescriptor TryResultIgnored = new(
        "PDSL3007", "Result of a tried event is ignored", "{0}", Category, DiagnosticSeverity.Warning, isEnabledByDefault: true);

    /// <summary>A method that others can call needs a machine in certain states, and does not say so.</summary>
    public static readonly DiagnosticDescriptor ContractToAdd = new(
        "PDSL3010", "Contract can be written down", "{0}", Category, DiagnosticSeverity.Hidden, isEnabledByDefault: true);

    /// <summary>A test of a state that always comes out the same. Not a warning: the code does what it says, only part of it never runs; and what
    /// looks superfluous may be care.</summary>
    public static readonly DiagnosticDescriptor ConstantTest = new(
        "PDSL3008", "Test of a state always comes out the same", "{0}", Category, DiagnosticSeverity.Info, isEnabledByDefault: true);

    /// <summary>An attribute about states that means nothing where it stands.</summary>
    public static readonly DiagnosticDescriptor UnreadableContract = new(
        "PDSL3012", "Contract cannot be read", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);
}
