namespace ProtoDsl.Analyzers.Generation;

/// <summary>Names of the pipeline's steps, by which tests ask what an edit recomputed.</summary>
internal static class Steps
{
    public const string Text = "Text";
    public const string Reading = "Reading";
    public const string Request = "Request";
    public const string Plan = "Plan";
    public const string Language = "Language";
    public const string Placed = "Placed";
    public const string Protocol = "Protocol";
    public const string Source = "Source";
    public const string Types = "Types";
    public const string TypeChecks = "TypeChecks";
    public const string Findings = "Findings";
}
