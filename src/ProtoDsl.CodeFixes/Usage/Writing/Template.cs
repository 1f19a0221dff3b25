using System;
using System.Collections.Immutable;
using System.Linq;

namespace ProtoDsl.CodeFixes.Usage.Writing;

/// <summary>The lines that stand in place of a statement, or around it.</summary>
internal sealed class Template
{
    private const string Region = "\0";

    private readonly ImmutableArray<(int Depth, string Text)> _lines;

    private Template(ImmutableArray<(int Depth, string Text)> lines) => _lines = lines;

    /// <summary>The statements run only if a condition holds.</summary>
    public static Template Guard(string condition) =>
        new(ImmutableArray.Create((0, $"if ({condition})"), (0, "{"), (1, Region), (0, "}")));

    /// <summary>A statement runs before.</summary>
    public static Template Before(string statement) => new(ImmutableArray.Create((0, statement), (0, Region)));

    /// <summary>A statement runs before, if a condition holds.</summary>
    public static Template BeforeIf(string condition, string statement) =>
        new(ImmutableArray.Create((0, $"if ({condition})"), (0, "{"), (1, statement), (0, "}"), (0, Region)));

    /// <summary>Another statement stands in its place: where the condition holds, the function is left.</summary>
    public static Template LeaveIf(string condition, string leave, string comment) =>
        new(ImmutableArray.Create((0, $"if ({condition}){comment}"), (0, "{"), (1, leave), (0, "}")));

    /// <summary>As lines of their own.</summary>
    /// <param name="layout">How the file is laid out.</param>
    /// <param name="indent">What each line after the first begins with.</param>
    /// <param name="region">The statements, to be moved right so far.</param>
    public string Lines(LineLayout layout, string indent, Func<string, string> region) => string.Join(
        layout.NewLine,
        _lines.Select((line, index) =>
        {
            var right = string.Concat(Enumerable.Repeat(layout.Unit, line.Depth));
            return (index == 0 ? "" : indent) + right + (line.Text == Region ? region(right) : line.Text);
        }));

    /// <summary>On one line, as far as the statements are.</summary>
    public string OneLine(string region) => string.Join(" ", _lines.Select(line => line.Text == Region ? region : line.Text));
}
