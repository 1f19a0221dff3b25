using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.Analyzers.Setup;

namespace ProtoDsl.Analyzers.Generation.Input;

/// <summary>A defect of ours, as a value: an exception that escaped would stop every table of the project with one bare CS8785.</summary>
/// <param name="Activity">What was done: <c>reading</c>.</param>
/// <param name="Path">The compiler's path of the table.</param>
/// <param name="RelativePath">The path from the project's folder.</param>
/// <param name="Cause">Type and message of the exception, on one line.</param>
internal sealed record InternalFailure(string Activity, string Path, string RelativePath, string Cause)
{
    private const int MostCharacters = 300;

    /// <summary>Describes an exception.</summary>
    public static InternalFailure Of(string activity, string path, string relativePath, Exception exception)
    {
        var cause = $"{exception.GetType().Name}: {exception.Message}".Replace("\r", "").Replace('\n', ' ');
        return new InternalFailure(
            activity, path, relativePath, cause.Length <= MostCharacters ? cause : cause.Substring(0, MostCharacters));
    }

    /// <summary>Reports it at the start of the table: without the table there is no code.</summary>
    public void ReportTo(SourceProductionContext output) => output.ReportDiagnostic(ToDiagnostic(DiagnosticSeverity.Error));

    /// <summary>A warning at the start of the table, where all but its checks works.</summary>
    public Diagnostic ToWarning() => ToDiagnostic(DiagnosticSeverity.Warning);

    private Diagnostic ToDiagnostic(DiagnosticSeverity severity) => Diagnostic.Create(
        SetupRules.InternalFailure,
        Location.Create(Path, default, default(LinePositionSpan)),
        severity,
        additionalLocations: null,
        properties: null,
        Activity,
        RelativePath,
        Cause);
}
