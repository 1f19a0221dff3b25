using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Generation.Emission;
using ProtoDsl.Analyzers.Generation.Input;
using ProtoDsl.Analyzers.Generation.Output;
using ProtoDsl.Analyzers.Generation.Planning;
using ProtoDsl.Language;

namespace ProtoDsl.Analyzers.Generation;

/// <summary>Turns every <c>*.transitions</c> file of a project into C#. Looks at nothing but these files, so that an edit of C# code
/// costs nothing; what is generated depends on the meaning of a table alone, so that a comment in it generates nothing anew; findings,
/// which depend on positions, go a way of their own.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class TransitionGenerator : IIncrementalGenerator
{
    private readonly ReadTable _read;
    private readonly EmitProtocol _emit;

    /// <summary>What the compiler calls.</summary>
    public TransitionGenerator()
        : this(TransitionFile.Read, ProtocolEmitter.Emit)
    {
    }

    /// <summary>With stages that fail, for tests.</summary>
    internal TransitionGenerator(ReadTable read, EmitProtocol emit)
    {
        _read = read;
        _emit = emit;
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var readings = context.AdditionalTextsProvider
            .Where(TableText.IsTable)
            .Collect().SelectMany((files, _) => DistinctByPath(files))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(pair => !TableText.IsImported(pair.Left, pair.Right))
            .Select((pair, cancellation) => TableText.From(pair.Left, pair.Right, cancellation))
            .WithTrackingName(Steps.Text)
            .Select((table, cancellation) => TableReading.Of(table, _read, cancellation))
            .WithTrackingName(Steps.Reading);

        var places = readings
            .Select((reading, _) => SourceRequest.Of(reading))
            .WithTrackingName(Steps.Request)
            .Collect()
            .Select((requests, _) => SourcePlan.Of(requests))
            .WithTrackingName(Steps.Plan);

        var language = context.ParseOptionsProvider
            .Select((options, _) => ProjectLanguage.Of(options))
            .WithTrackingName(Steps.Language);

        var placed = readings.Combine(places).Combine(language)
            .Select((all, _) => new PlacedTable(all.Left.Left, SourcePlan.PlaceOf(all.Left.Right, all.Left.Left.Table.Path), all.Right))
            .WithTrackingName(Steps.Placed);

        var sources = placed
            .Select((table, _) => SourceInput.Of(table))
            .WithTrackingName(Steps.Protocol)
            .Select((input, cancellation) => input.Emit(_emit, cancellation))
            .WithTrackingName(Steps.Source);
        context.RegisterSourceOutput(sources, (output, source) => source.AddTo(output));

        var typeChecks = placed
            .Select((table, _) => TypeCheckInput.Of(table))
            .WithTrackingName(Steps.Types)
            .Select((input, _) => TypeCheckSource.Of(input))
            .WithTrackingName(Steps.TypeChecks);
        context.RegisterSourceOutput(typeChecks, (output, source) => source.AddTo(output));

        var reports = placed
            .Select((table, _) => TableReport.Of(table))
            .WithTrackingName(Steps.Findings);
        context.RegisterSourceOutput(reports, (output, report) => report.ReportTo(output));

        context.RegisterSourceOutput(language.Combine(places), (output, pair) =>
        {
            if (!pair.Right.IsEmpty)
            {
                pair.Left.ReportTo(output);
            }
        });
    }

    private static ImmutableArray<AdditionalText> DistinctByPath(ImmutableArray<AdditionalText> files)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return files.Where(file => seen.Add(file.Path)).ToImmutableArray();
    }
}
