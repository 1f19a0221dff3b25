using System.Text;
using ProtoDsl.Testing;

namespace ProtoDsl.Analyzers.Tests.Documentation;

/// <summary>A page of <c>docs/rules</c>, cut into what a test can run.</summary>
/// <param name="Id">The id in its title.</param>
/// <param name="Title">The rest of the title.</param>
/// <param name="Severity">What stands after <c>Severity:</c>.</param>
/// <param name="Fires">The examples below <c>## Fires</c>.</param>
/// <param name="StaysSilent">The examples below <c>## Stays silent</c>.</param>
/// <param name="Sections">The headings.</param>
/// <param name="Text">All of it.</param>
public sealed record RulePage(
    string Id,
    string Title,
    string Severity,
    IReadOnlyList<RuleExample> Fires,
    IReadOnlyList<RuleExample> StaysSilent,
    IReadOnlyList<string> Sections,
    string Text)
{
    /// <summary>Every page, by file name without extension.</summary>
    public static IReadOnlyDictionary<string, RulePage> All { get; } =
        Directory.EnumerateFiles(RepositoryPaths.Combine("docs", "rules"), "PDSL*.md")
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path)!, path => Parse(File.ReadAllLines(path)));

    /// <summary>Reads a page. An example is a <c>transitions</c> block, a <c>csharp</c> block, or the first with the second right after it.</summary>
    public static RulePage Parse(IReadOnlyList<string> lines)
    {
        var title = lines[0].TrimStart('#', ' ').Split(':', 2);
        var severity = lines.FirstOrDefault(line => line.StartsWith("Severity:", StringComparison.Ordinal))?["Severity:".Length..].Trim() ?? "";
        var sections = new List<string>();
        var examples = new Dictionary<string, List<RuleExample>>(StringComparer.Ordinal);
        var section = "";
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].StartsWith("## ", StringComparison.Ordinal))
            {
                section = lines[i][3..].Trim();
                sections.Add(section);
            }
            else if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                var language = lines[i][3..].Trim();
                var block = new StringBuilder();
                for (i++; i < lines.Count && !lines[i].StartsWith("```", StringComparison.Ordinal); i++)
                {
                    block.Append(lines[i]).Append('\n');
                }

                Add(examples.TryGetValue(section, out var list) ? list : examples[section] = [], language, block.ToString());
            }
        }

        return new RulePage(
            title[0].Trim(),
            title.Length > 1 ? title[1].Trim() : "",
            severity,
            examples.GetValueOrDefault("Fires") ?? [],
            examples.GetValueOrDefault("Stays silent") ?? [],
            sections,
            string.Join("\n", lines));
    }

    private static void Add(List<RuleExample> examples, string language, string text)
    {
        if (language == "transitions")
        {
            examples.Add(new RuleExample(text, null));
        }
        else if (language == "csharp" && examples is [.., { CSharp: null } open])
        {
            examples[^1] = open with { CSharp = text };
        }
        else if (language == "csharp")
        {
            // Another use of the table shown last.
            examples.Add(new RuleExample(examples.Count == 0 ? null : examples[^1].Table, text));
        }
    }
}

/// <summary>One example: a table, and perhaps C# that uses it.</summary>
public sealed record RuleExample(string? Table, string? CSharp);
