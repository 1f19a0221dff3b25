using System.Collections.Generic;

namespace ProtoDsl.Language.Formatting;

/// <summary>The columns of a section.</summary>
internal enum Column
{
    /// <summary>What a line begins with.</summary>
    First,

    /// <summary>What follows <c>entry</c> or <c>exit</c>.</summary>
    Boundary,

    /// <summary>Effects; <c>=</c> of a declaration; <c>:</c> of a role; the reason of a <c>keep</c> row.</summary>
    Second,

    /// <summary>The arrow; <c>calls</c> of a role.</summary>
    Third,

    /// <summary><c>from</c> of a role.</summary>
    Fourth,

    /// <summary>The comment behind a line.</summary>
    Comment,
}

/// <summary>A part of a line that is aligned with its like.</summary>
/// <param name="Column">Which column.</param>
/// <param name="Text">What is printed.</param>
/// <param name="Gap">Least number of blanks before it.</param>
/// <param name="Found">Where it stood, counted from the line's first token.</param>
internal readonly record struct Cell(Column Column, string Text, int Gap, int Found);

/// <summary>One line of the output.</summary>
internal sealed class FormatLine(int indentation)
{
    /// <summary>Blanks before its first cell.</summary>
    public int Indentation { get; } = indentation;

    /// <summary>Its parts, left to right.</summary>
    public List<Cell> Cells { get; } = [];

    /// <summary>Where each cell begins.</summary>
    public List<int> Positions { get; } = [];

    /// <summary>Lines with one number share their columns; 0 is for lines that stand for themselves.</summary>
    public int Block { get; set; }

    /// <summary>Lines with one number share the column of their comments.</summary>
    public int CommentBlock { get; set; }

    /// <summary>Where what is placed so far ends.</summary>
    public int End => Positions.Count == 0 ? Indentation : Positions[Positions.Count - 1] + Cells[Positions.Count - 1].Text.Length;
}
