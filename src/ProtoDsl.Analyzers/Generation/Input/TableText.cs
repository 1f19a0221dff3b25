using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProtoDsl.Analyzers.Tables;
using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Analyzers.Generation.Input;

/// <summary>A transition file as the compiler hands it over.</summary>
/// <param name="Path">The compiler's path: where findings are reported.</param>
/// <param name="RelativePath">The path from the project's folder: what is written and shown.</param>
/// <param name="LinePath">The path that <c>#line</c> gives to the C# compiler. It takes a path from the root only (dotnet/roslyn#71202); where
/// the project asks for the same bytes in every folder (<c>DeterministicSourcePaths</c>), it gets the one from the project.</param>
/// <param name="Text">The whole text; cut where it is longer than any table may be; null where it is none, which the compiler reports
/// itself (CS2015).</param>
/// <param name="Severities">What the project says about the severities of its findings.</param>
internal sealed record TableText(string Path, string RelativePath, string LinePath, string? Text, SeverityChoices Severities)
{
    /// <summary>True for a table of another project, which is there only to be imported: that project generates it and reports on it.</summary>
    public bool IsImport { get; init; }

    /// <summary>What a transition file's name ends with.</summary>
    public const string Extension = ".transitions";

    /// <summary>One character more than the language reads (it refuses past 1 MiB): no more of a huge file is copied.</summary>
    private const int MostCharacters = (1 << 20) + 1;

    /// <summary>The file's name without folder and extension.</summary>
    public string Name => ProjectPath.NameWithoutExtension(Path);

    /// <summary>True for a file that is a table.</summary>
    public static bool IsTable(AdditionalText file) => file.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a file.</summary>
    public static TableText From(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        options.GlobalOptions.TryGetValue("build_property.ProjectDir", out var projectFolder);
        var text = file.GetText(cancellationToken);
        var read = text is null || text.Length <= MostCharacters
            ? text?.ToString()
            : text.ToString(new Microsoft.CodeAnalysis.Text.TextSpan(0, MostCharacters));
        var relative = ProjectPath.Relative(projectFolder, file.Path);
        return new TableText(
            file.Path, relative, IsDeterministic(options) ? relative : file.Path, read, ProjectSettings.SeveritiesOf(options.GetOptions(file)))
        {
            IsImport = IsImported(file, options),
        };
    }

    /// <summary>True for a file that the package's targets have taken from another project.</summary>
    public static bool IsImported(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.ProtoDslImport", out var value)
        && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    private static bool IsDeterministic(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.DeterministicSourcePaths", out var value)
        && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
