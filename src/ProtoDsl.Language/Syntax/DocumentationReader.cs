using System.Text;

namespace ProtoDsl.Language.Syntax;

/// <summary>Collects <c>///</c> lines for the logical line below them.</summary>
internal sealed class DocumentationReader(LexedFile file)
{
    private int _line;

    /// <summary>The text of the doc comments since the last call; null when there is none.</summary>
    public string? ReadUpTo(int physicalLine)
    {
        StringBuilder? text = null;
        for (; _line < physicalLine; _line++)
        {
            var line = file.Lines[_line];
            if (file.IsDocumentation(line))
            {
                text = text is null ? new StringBuilder() : text.Append('\n');
                Append(text, line);
            }
        }

        return text?.ToString();
    }

    // Generated C# repeats this text in comments: no character may end a line there.
    private void Append(StringBuilder text, PhysicalLine line)
    {
        var start = line.Comment + 3;
        start += start < line.End && file.Text[start] == ' ' ? 1 : 0;
        var end = line.End;
        while (end > start && CharacterClass.IsBlank(file.Text[end - 1]))
        {
            end--;
        }

        for (var i = start; i < end; i++)
        {
            text.Append(CharacterClass.IsControl(file.Text[i]) ? ' ' : file.Text[i]);
        }
    }
}
