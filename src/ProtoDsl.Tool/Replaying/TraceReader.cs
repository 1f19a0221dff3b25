using ProtoDsl.Language;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Tool.Inputs;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Replaying;

/// <summary>Reads traces: scenarios as tables have them and as the runtime library's recorder writes them, or JSON lines.</summary>
internal static class TraceReader
{
    private const string Header = "scenario \"trace\" in Trace\n";

    /// <summary>Reads every trace of a text.</summary>
    /// <exception cref="UsageException">It is no trace.</exception>
    public static IReadOnlyList<RecordedTrace> Read(TableText text)
    {
        if (TransitionFile.RefusalOf(text.Text) is { } refusal)
        {
            throw new UsageException($"cannot replay '{text.Path}': {refusal.Message}");
        }

        var traces = text.Text.TrimStart().StartsWith('{') ? [JsonTraceReader.Read(text)] : Scenarios(text);
        return traces.Any(trace => trace.Steps.Count > 0) ? traces : throw new UsageException(
            $"cannot replay '{text.Path}': it has no step; a trace is a scenario ('client Close', 'client -> server FIN'), or JSON lines ({{\"role\": \"client\", \"event\": \"Close\"}})");
    }

    private static RecordedTrace[] Scenarios(TableText text)
    {
        // Steps alone are a trace too.
        var isHeaded = text.Text.Split('\n').Any(line => line.TrimStart().StartsWith("scenario ", StringComparison.Ordinal));
        var bound = TransitionFile.Read(isHeaded ? text.Text : Header + text.Text, "Trace");
        var before = isHeaded ? 0 : 1;
        var lines = bound.Map.Lines;

        // Only how it is written is looked at: whether its names are the table's, replaying tells.
        if (bound.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Rule.DefaultSeverity == TableSeverity.Error && diagnostic.Rule.Id.StartsWith("PDSL0", StringComparison.Ordinal)) is { } error)
        {
            throw new UsageException($"cannot replay '{text.Path}': line {lines.PositionOf(error.Span.Start).Line + 1 - before}: {error.Message}");
        }

        return bound.Protocol.Scenarios.Select((scenario, index) => new RecordedTrace(
            scenario.Title,
            isHeaded ? scenario.Session : null,
            scenario.Steps.Select((step, number) => new RecordedStep(step, lines.PositionOf(bound.Map.Scenarios[index].Steps[number].Start).Line + 1 - before)).ToArray())).ToArray();
    }
}
