namespace ProtoDsl.Testing;

/// <summary>What a document quotes.</summary>
public static class MarkdownBlocks
{
    /// <summary>The text of the fenced blocks of one language, in order.</summary>
    public static IEnumerable<string> Of(string markdown, string language) =>
        markdown.Replace("\r\n", "\n", StringComparison.Ordinal)
            .Split("```" + language + "\n")
            .Skip(1)
            .Select(rest => rest[..rest.IndexOf("\n```", StringComparison.Ordinal)]);
}
