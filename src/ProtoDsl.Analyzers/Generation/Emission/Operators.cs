namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>The operators that a struct with equality owes its user.</summary>
internal static class Operators
{
    public static void Write(SourceWriter writer, string type)
    {
        foreach (var (operation, not, summary) in new[] { ("==", "", "Equal."), ("!=", "!", "Not equal.") })
        {
            writer.Line();
            writer.Doc($"<summary>{summary}</summary>");
            writer.Doc("<param name=\"left\">One.</param>");
            writer.Doc("<param name=\"right\">The other.</param>");
            writer.Doc("<returns>Whether it is so.</returns>");
            writer.Line($"public static bool operator {operation}({type} left, {type} right) => {not}left.Equals(right);");
        }
    }
}
