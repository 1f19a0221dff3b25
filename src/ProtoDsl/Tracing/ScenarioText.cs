namespace ProtoDsl;

/// <summary>Makes sure that what goes into a scenario can be read back as one.</summary>
internal static class ScenarioText
{
    internal static string Name(string? text, string parameter)
    {
        var word = text is { Length: > 0 } && text[0] == '@' ? text.Substring(1) : text;
        if (text is not null && word is { Length: > 0 } && (char.IsLetter(word[0]) || word[0] == '_') && word.All(IsWordPart))
        {
            return text;
        }

        throw new ArgumentException($"'{OneLine(text)}' is not a name that a scenario can hold: give letters, digits and underscores, a letter or underscore first.", parameter);
    }

    internal static string Arguments(string[] values)
    {
        foreach (var value in values)
        {
            // Not a name, but a number: the tag of a message may be one.
            if (value.Length == 0 || !value.All(char.IsDigit))
            {
                Name(value, nameof(values));
            }
        }

        return values.Length == 0 ? "" : "(" + string.Join(", ", values) + ")";
    }

    internal static string Title(string? text) => OneLine(text).Replace('"', '\'').Replace('\\', '/');

    private static bool IsWordPart(char character) => char.IsLetterOrDigit(character) || character == '_';

    private static string OneLine(string? text) =>
        new((text ?? "").Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character).ToArray());
}
