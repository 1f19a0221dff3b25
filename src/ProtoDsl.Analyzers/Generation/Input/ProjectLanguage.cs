using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoDsl.Analyzers.Setup;

namespace ProtoDsl.Analyzers.Generation.Input;

/// <summary>The C# that the project is compiled as.</summary>
/// <param name="Version">As the project file writes it: <c>7.3</c>.</param>
/// <param name="IsTooOld">True where generated code would not compile: not even by accident, it opens with <c>#nullable enable</c>.</param>
internal sealed record ProjectLanguage(string Version, bool IsTooOld)
{
    /// <summary>Reads the compiler's options.</summary>
    public static ProjectLanguage Of(ParseOptions options)
    {
        var version = options is CSharpParseOptions csharp ? csharp.LanguageVersion : LanguageVersion.Latest.MapSpecifiedToEffectiveVersion();
        return new ProjectLanguage(version.ToDisplayString(), version < LanguageVersion.CSharp8);
    }

    /// <summary>Says what to write, once for the project and without a place.</summary>
    public void ReportTo(SourceProductionContext output)
    {
        if (IsTooOld)
        {
            output.ReportDiagnostic(Diagnostic.Create(SetupRules.LanguageVersion, Location.None, Version));
        }
    }
}
