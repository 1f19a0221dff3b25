using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Setup;

/// <summary>What keeps a project from having its tables compiled. PDSL9001, a compiler too old to load us, is reported by the
/// package's targets.</summary>
internal static class SetupRules
{
    private const string Category = "ProtoDsl";

    /// <summary>The project's C# is older than what is generated.</summary>
    public static readonly DiagnosticDescriptor LanguageVersion = Error(
        "PDSL9002",
        "The project's C# version is too old",
        "This project compiles as C# {0}, and the machines generated from its transition files need C# 8 or later: write <LangVersion>8.0</LangVersion> (or 'latest') in the project file");

    /// <summary>A defect of ours.</summary>
    public static readonly DiagnosticDescriptor InternalFailure = Error(
        "PDSL9003",
        "ProtoDsl failed",
        "ProtoDsl failed while {0} '{1}', which is a defect of ProtoDsl and not of the table ({2}): please report it together with the table; the project's other tables are not affected");

    /// <summary>Two tables generate one class.</summary>
    public static readonly DiagnosticDescriptor SameClass = Error(
        "PDSL9004",
        "Two transition files generate one class",
        "'{0}' is generated from '{1}' already, so nothing is generated from '{2}': give one of the two a 'namespace' line, or another name");

    /// <summary>Carries a repair to the editor: code fixes are asked for what analyzers report, and the error itself is the generator's.</summary>
    public static readonly DiagnosticDescriptor FixAvailable = new(
        "PDSL9005",
        "A repair is at hand",
        "{0}",
        Category,
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: true);

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true);
}
