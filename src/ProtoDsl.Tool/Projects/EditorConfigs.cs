using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Tool.Projects;

/// <summary>What <c>.editorconfig</c> and <c>.globalconfig</c> files above a table say about severities, read as the compiler reads them.</summary>
internal sealed class EditorConfigs
{
    private const string Local = ".editorconfig";
    private const string Global = ".globalconfig";

    private readonly Dictionary<string, AnalyzerConfigSet?> _byFolder = new(StringComparer.Ordinal);

    /// <summary>The severities that hold in a file, whether it exists or not.</summary>
    /// <param name="path">Its full path.</param>
    public SeverityChoices Of(string path)
    {
        var folder = Path.GetDirectoryName(path) ?? path;
        if (!_byFolder.TryGetValue(folder, out var set))
        {
            _byFolder[folder] = set = Read(folder);
        }

        return set is null ? SeverityChoices.None : Choices(set, path);
    }

    private static SeverityChoices Choices(AnalyzerConfigSet set, string path)
    {
        var settings = set.GetOptionsForSourcePath(path.Replace('\\', '/')).AnalyzerOptions.ToList();

        // Of a project as a whole the compiler takes its own key too; then it has the last word.
        settings.AddRange(set.GlobalConfigOptions.TreeOptions
            .Where(option => WordOf(option.Value).Length > 0)
            .Select(option => new KeyValuePair<string, string>($"protodsl_diagnostic.{option.Key}.severity", WordOf(option.Value))));
        return SeverityChoices.From(settings);
    }

    private static AnalyzerConfigSet? Read(string folder)
    {
        var configs = new List<AnalyzerConfig>();
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            foreach (var name in (string[])[Local, Global])
            {
                var path = Path.Combine(at, name);
                if (File.Exists(path) && TryRead(path) is { } text)
                {
                    configs.Add(AnalyzerConfig.Parse(SourceText.From(text), path.Replace('\\', '/')));
                }
            }
        }

        return configs.Count == 0 ? null : AnalyzerConfigSet.Create(configs);
    }

    // One that may not be read says nothing.
    private static string? TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string WordOf(ReportDiagnostic severity) => severity switch
    {
        ReportDiagnostic.Error => "error",
        ReportDiagnostic.Warn => "warning",
        ReportDiagnostic.Info => "suggestion",
        ReportDiagnostic.Hidden => "silent",
        ReportDiagnostic.Suppress => "none",
        _ => "",
    };
}
