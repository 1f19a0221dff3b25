using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Generation.Input;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Analyzers.Tables;

/// <summary>A finding of the language with everything that a compiler diagnostic needs, and still equal by value.</summary>
/// <param name="Rule">What was found.</param>
/// <param name="Severity">How grave this project takes it; null: it does not want to hear of it.</param>
/// <param name="Message">One line.</param>
/// <param name="Place">Where.</param>
/// <param name="FixTitle">What the repair that travels with it does; null for none.</param>
internal sealed record Finding(TableRule Rule, TableSeverity? Severity, string Message, TablePlace Place, string? FixTitle)
{
    /// <summary>True for a rule that the generator reports itself; the analyzer reports the others.</summary>
    public bool IsGenerators => Rule.DefaultSeverity == TableSeverity.Error;

    /// <summary>The findings of one table, with the severities that the project has chosen for it.</summary>
    public static EquatableArray<Finding> Of(TableReading reading)
    {
        if (reading is not { File: { Diagnostics.IsEmpty: false } file, Table: { Text: { } text } table })
        {
            return default;
        }

        var lines = new LineMap(text);
        return file.Diagnostics
            .Select(found => new Finding(
                found.Rule,
                table.Severities.Of(found.Rule),
                found.Message,
                TablePlace.Of(table.Path, text.Length, lines, found.Span),
                found.Fix?.Title))
            .ToEquatableArray();
    }

    /// <summary>As the compiler wants it; null where the project does not want to hear of it.</summary>
    public Diagnostic? ToDiagnostic() => Severity is { } severity
        ? Diagnostic.Create(
            TableDescriptors.Of(Rule),
            Place.ToLocation(),
            TableDescriptors.SeverityOf(severity),
            additionalLocations: null,
            properties: null,
            Message)
        : null;
}
