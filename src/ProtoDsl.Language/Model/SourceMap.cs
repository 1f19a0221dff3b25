using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Model;

/// <summary>Where the parts of a <see cref="Protocol"/> stand; every list runs parallel to the model's.</summary>
public sealed record SourceMap
{
    /// <summary>The names of <see cref="Protocol.Messages"/>.</summary>
    public EquatableArray<TextSpan> Messages { get; init; }

    /// <summary>The names of <see cref="Protocol.Tags"/> (or the parameter that writes one).</summary>
    public EquatableArray<TextSpan> Tags { get; init; }

    /// <summary>One for each of <see cref="Protocol.Machines"/>.</summary>
    public EquatableArray<MachineMap> Machines { get; init; }

    /// <summary>One for each of <see cref="Protocol.Sessions"/>.</summary>
    public EquatableArray<SessionMap> Sessions { get; init; }

    /// <summary>One for each of <see cref="Protocol.Scenarios"/>.</summary>
    public EquatableArray<ScenarioMap> Scenarios { get; init; }

    /// <summary>Where the lines of the text begin.</summary>
    public required LineMap Lines { get; init; }

    /// <summary>Every C# type that the file names, in file order, for errors of the C# compiler to land in the table.</summary>
    public EquatableArray<CSharpTypeUse> CSharpTypes { get; init; }
}

/// <summary>Where the parts of one machine stand.</summary>
public sealed record MachineMap
{
    /// <summary>The machine's name.</summary>
    public TextSpan Name { get; init; }

    /// <summary>The names of <see cref="Machine.States"/>.</summary>
    public EquatableArray<TextSpan> States { get; init; }

    /// <summary>The names of <see cref="Machine.Calls"/>.</summary>
    public EquatableArray<TextSpan> Calls { get; init; }

    /// <summary>The names of <see cref="Machine.Timers"/>.</summary>
    public EquatableArray<TextSpan> Timers { get; init; }

    /// <summary>The whole of each of <see cref="Machine.Rows"/>.</summary>
    public EquatableArray<TextSpan> Rows { get; init; }

    /// <summary>The whole of each of <see cref="Machine.Keeps"/>.</summary>
    public EquatableArray<TextSpan> Keeps { get; init; }

    /// <summary>The first use of each of <see cref="Machine.Actions"/>.</summary>
    public EquatableArray<TextSpan> Actions { get; init; }
}

/// <summary>Where the parts of one session stand.</summary>
public sealed record SessionMap
{
    /// <summary>The session's name.</summary>
    public TextSpan Name { get; init; }

    /// <summary>The whole row of each of <see cref="Session.Roles"/>.</summary>
    public EquatableArray<TextSpan> Roles { get; init; }

    /// <summary>The row that says what carries the messages; the session's name where there is none.</summary>
    public TextSpan Channel { get; init; }

    /// <summary>The whole of each of <see cref="Session.Nevers"/>.</summary>
    public EquatableArray<TextSpan> Nevers { get; init; }
}

/// <summary>Where the parts of one scenario stand.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Steps">The whole row of each of <see cref="Scenario.Steps"/>.</param>
public sealed record ScenarioMap(TextSpan Title, EquatableArray<TextSpan> Steps);

/// <summary>A C# type and where it is named.</summary>
/// <param name="Type">Canonical text.</param>
/// <param name="Span">Where.</param>
/// <param name="MustBeEnum">True after the <c>=</c> of a tag.</param>
public sealed record CSharpTypeUse(string Type, TextSpan Span, bool MustBeEnum);

/// <summary>The outcome of reading one file: the meaning, the positions, and everything found on the way (syntax findings included,
/// ordered by position, those switched off in the file left out).</summary>
/// <param name="Protocol">Always there: a broken table still means what can be understood of it.</param>
/// <param name="Map">Positions.</param>
/// <param name="Diagnostics">Findings.</param>
public sealed record BoundFile(Protocol Protocol, SourceMap Map, EquatableArray<TableDiagnostic> Diagnostics)
{
    /// <summary>What its comments switch off, for stages that find more: ask a <see cref="SuppressionSet"/>.</summary>
    public EquatableArray<Suppression> Suppressions { get; init; }

    /// <summary>True when no finding is an error; errors cannot be switched off.</summary>
    public bool IsSound
    {
        get
        {
            foreach (var diagnostic in Diagnostics)
            {
                if (diagnostic.Rule.DefaultSeverity == TableSeverity.Error)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
