namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3004;

/// <summary>What is specified here and not there yet: null turns the tests on, all in this one place.</summary>
internal static class Pending
{
    /// <summary><c>AssumeState</c> narrows.</summary>
    public const string? Assumptions = "AssumeState does not narrow in the flow yet";
}
