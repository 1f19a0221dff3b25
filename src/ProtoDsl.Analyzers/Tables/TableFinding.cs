using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Generation.Input;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Text;
using ProtoDsl.Verification.Findings;

namespace ProtoDsl.Analyzers.Tables;

/// <summary>A finding about a table with everything that a compiler diagnostic needs, and still equal by value.</summary>
/// <param name="Rule">What was found.</param>
/// <param name="Severity">How grave this project takes it; null: it does not want to hear of it.</param>
/// <param name="Message">One line.</param>
/// <param name="Place">Where.</param>
/// <param name="FixTitle">What the repair that travels with it does; null for none.</param>
internal sealed record TableFinding(TableRule Rule, TableSeverity? Severity, string Message, TablePlace Place, string? FixTitle)
{
    /// <summary>The name of the property that carries <see cref="Scenario"/>.</summary>
    public const string ScenarioProperty = "scenario";

    /// <summary>The rows of the way there, in order.</summary>
    public EquatableArray<TablePlace> Steps { get; init; }

    /// <summary>The way there as a scenario; null where there is none.</summary>
    public string? Scenario { get; init; }

    /// <summary>True for a rule that the generator reports itself; the analyzer reports the others.</summary>
    public bool IsGenerators => Rule.DefaultSeverity == TableSeverity.Error;

    /// <summary>What the language found in one table, with the severities that the project has chosen for it.</summary>
    public static EquatableArray<TableFinding> Of(TableReading reading) =>
        reading is { File: { } file, Table: { Text: { } text } table } ? Of(table, text, file).ToEquatableArray() : default;

    /// <summary>What was found in one table by the language and by what follows it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="text">Its text.</param>
    /// <param name="file">What the language made of it.</param>
    /// <param name="found">What later stages found in it.</param>
    /// <param name="place">Where a step of a trace stands, which may lead through other tables; null for one that is not known.</param>
    public static IEnumerable<TableFinding> Of(TableText table, string text, BoundFile file, IEnumerable<Finding> found, Func<Place, TablePlace?> place) =>
        Of(table, text, file).Concat(found.Select(one => Of(table, text, file.Map.Lines, one.Rule, one.Place.Span, one.Message, one.Fix) with
        {
            Steps = one.Trace.Select(step => place(step.Place)).OfType<TablePlace>().ToEquatableArray(),
            Scenario = one.Scenario,
        }));

    private static IEnumerable<TableFinding> Of(TableText table, string text, BoundFile file) =>
        file.Diagnostics.Select(one => Of(table, text, file.Map.Lines, one.Rule, one.Span, one.Message, one.Fix));

    private static TableFinding Of(TableText table, string text, LineMap lines, TableRule rule, TextSpan span, string message, TableFix? fix) =>
        new(rule, table.Severities.Of(rule), message, TablePlace.Of(table.Path, text.Length, lines, span), fix?.Title);

    /// <summary>As the compiler wants it; null where the project does not want to hear of it.</summary>
    public Diagnostic? ToDiagnostic() => Severity is { } severity
        ? Diagnostic.Create(
            TableDescriptors.Of(Rule),
            Place.ToLocation(),
            TableDescriptors.SeverityOf(severity),
            additionalLocations: Steps.Select(step => step.ToLocation()),
            properties: Scenario is null ? null : ImmutableDictionary<string, string?>.Empty.Add(ScenarioProperty, Scenario),
            Message)
        : null;
}
