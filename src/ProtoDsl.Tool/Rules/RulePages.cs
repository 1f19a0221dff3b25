using System.Reflection;

namespace ProtoDsl.Tool.Rules;

/// <summary>The page of each rule, as in <c>docs/rules</c>.</summary>
internal static class RulePages
{
    private const string Prefix = "rules/";
    private const string Suffix = ".md";
    private static readonly Assembly s_assembly = typeof(RulePages).Assembly;

    /// <summary>The ids of all rules, those of the C# analysis and of the set-up included, ascending.</summary>
    public static IReadOnlyList<string> Ids { get; } = s_assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..^Suffix.Length])
        .Order(StringComparer.Ordinal)
        .ToArray();

    /// <summary>The page of a rule in markdown; null where there is none.</summary>
    public static string? Find(string id)
    {
        using var stream = s_assembly.GetManifestResourceStream(Prefix + id + Suffix);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>The title in a page's first line: <c># PDSL1020: Unknown state</c>.</summary>
    public static string TitleOf(string page)
    {
        var line = page[..page.IndexOf('\n', StringComparison.Ordinal)];
        return line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
