namespace ProtoDsl.LanguageServer;

/// <summary>What whoever starts the server gives it.</summary>
public sealed record ServerOptions
{
    /// <summary>The version that it tells.</summary>
    public string Version { get; init; } = "0.0.0";

    /// <summary>The help for a rule, as Markdown; null where there is none.</summary>
    public Func<string, string?> RulePage { get; init; } = _ => null;
}
