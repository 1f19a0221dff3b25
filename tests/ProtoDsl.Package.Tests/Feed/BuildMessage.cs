using System.Text.RegularExpressions;

namespace ProtoDsl.Package.Tests.Feed;

/// <summary>One error or warning of a build.</summary>
/// <param name="Project">The name of the project.</param>
/// <param name="Text">Place below the project's folder, severity, id and message, as the build printed them; without the line where the
/// place is generated code.</param>
internal sealed partial record BuildMessage(string Project, string Text)
{
    /// <summary>Reads what a build printed; an error or warning of no project has an empty project name.</summary>
    public static IReadOnlyList<BuildMessage> Read(string output, string folder) =>
        output.Split('\n')
            .Select(line => Parse(line.TrimEnd('\r'), folder))
            .OfType<BuildMessage>()
            .Distinct()
            .ToArray();

    private static BuildMessage? Parse(string line, string folder)
    {
        var match = Line().Match(line);
        if (!match.Success)
        {
            return Severity().IsMatch(line) ? new BuildMessage("", line) : null;
        }

        var project = Path.GetFileNameWithoutExtension(match.Groups["project"].Value);
        var text = match.Groups["text"].Value.Replace(Path.Combine(folder, project) + Path.DirectorySeparatorChar, "");
        return new BuildMessage(project, Generated().Replace(Package().Replace(text, "package/"), ".g.cs(…):"));
    }

    [GeneratedRegex(@"^\s*(?<text>.*?) \[(?<project>[^\[\]]+\.csproj)(::[^\]]*)?\]$")]
    private static partial Regex Line();

    [GeneratedRegex(@"/\S*/packages/protodsl/[^/]*/")]
    private static partial Regex Package();

    [GeneratedRegex(@"(?<!\.Types)\.g\.cs\([0-9,]+\):")]
    private static partial Regex Generated();

    [GeneratedRegex(@"\b(error|warning) [A-Z]+[0-9]+:")]
    private static partial Regex Severity();
}
