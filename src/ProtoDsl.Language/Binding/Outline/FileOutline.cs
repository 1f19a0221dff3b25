using System.Collections.Generic;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Binding.Outline;

/// <summary>The flat lines of a file, sorted by what they belong to.</summary>
internal sealed class FileOutline
{
    public List<LineSyntax> Headers { get; } = [];

    public List<LineSyntax> SharedDeclarations { get; } = [];

    public List<MachineOutline> Machines { get; } = [];

    public List<SessionOutline> Sessions { get; } = [];

    public List<ScenarioOutline> Scenarios { get; } = [];
}

/// <summary>One machine; <see cref="Line"/> is null where the file has states and no <c>machine</c> line.</summary>
internal sealed class MachineOutline(MachineLine? line)
{
    public MachineLine? Line { get; } = line;

    public List<LineSyntax> Declarations { get; } = [];

    public List<KeepRow> Keeps { get; } = [];

    public List<SectionOutline> Sections { get; } = [];
}

/// <summary>A <c>state</c> or an <c>in</c> line and the rows below it.</summary>
internal sealed class SectionOutline(LineSyntax opening)
{
    /// <summary>A <see cref="StateLine"/> or an <see cref="InLine"/>.</summary>
    public LineSyntax Opening { get; } = opening;

    public List<LineSyntax> Rows { get; } = [];

    /// <summary>True where a line of the section could not be read.</summary>
    public bool HasBrokenLine { get; set; }
}

/// <summary>A <c>session</c> line and the rows below it.</summary>
internal sealed class SessionOutline(SessionLine line)
{
    public SessionLine Line { get; } = line;

    public List<LineSyntax> Rows { get; } = [];

    /// <summary>True where a line of the session could not be read.</summary>
    public bool HasBrokenLine { get; set; }
}

/// <summary>A <c>scenario</c> line and the rows below it.</summary>
internal sealed class ScenarioOutline(ScenarioLine line)
{
    public ScenarioLine Line { get; } = line;

    public List<LineSyntax> Rows { get; } = [];
}
