using System.Text.Json;
using System.Text.Json.Serialization;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Tool.Inputs;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Replaying;

/// <summary>Reads JSON lines: an event of a role with the states before and after it, a message that was delivered or lost, or states.</summary>
internal static class JsonTraceReader
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <exception cref="UsageException">A line is no step.</exception>
    public static RecordedTrace Read(TableText text)
    {
        var steps = new List<RecordedStep>();
        var lines = text.Text.Split('\n');
        string? subject = null;
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index].Trim().Length > 0)
            {
                var line = Parse(lines[index], text.Path, index + 1);
                subject ??= line.Session;
                steps.AddRange(StepsOf(line, steps.Count == 0, text.Path, index + 1).Select(step => new RecordedStep(step, index + 1)));
            }
        }

        return new RecordedTrace(text.Name, subject, steps);
    }

    private static JsonTraceLine Parse(string json, string path, int line)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonTraceLine>(json, s_options) ?? throw Wrong(path, line, "it is null");
        }
        catch (JsonException wrong)
        {
            throw Wrong(path, line, wrong.Message);
        }
    }

    private static IEnumerable<ScenarioStep> StepsOf(JsonTraceLine line, bool isFirst, string path, int number)
    {
        var role = line.Role ?? "";
        if (line.Source is { } source)
        {
            yield return States(role, source, isExpectation: !isFirst);
        }

        if (line is { From: { } from, To: { } to, Message: { } message })
        {
            yield return new DeliveryStep(line.Lost, from, to, message, Arguments(line));
        }
        else if (line.Event is { Length: > 0 } @event)
        {
            yield return EventOf(role, @event, line);
        }
        else if (line.Expect is { } expected)
        {
            yield return new StatesStep(true, expected.Select(pair => new RoleState(pair.Key, pair.Value)).ToEquatableArray());
        }
        else
        {
            throw Wrong(path, number, "it has neither 'event', nor 'from', 'to' and 'message', nor 'expect'");
        }

        if (line.Target is { } target)
        {
            yield return States(line.To ?? role, target, isExpectation: true);
        }
    }

    private static EventStep EventOf(string role, string @event, JsonTraceLine line)
    {
        var (kind, name) = @event switch
        {
            ['?', ..] => (EventKind.Receive, @event[1..]),
            _ when @event.StartsWith("after ", StringComparison.Ordinal) => (EventKind.After, @event["after ".Length..]),
            _ when @event.StartsWith("timeout ", StringComparison.Ordinal) => (EventKind.Timeout, @event["timeout ".Length..]),
            _ => (EventKind.Call, @event),
        };
        var bracket = name.IndexOf('(', StringComparison.Ordinal);
        var written = bracket > 0 ? name[(bracket + 1)..].TrimEnd(')').Split(',', StringSplitOptions.TrimEntries).ToEquatableArray() : Arguments(line);
        return new EventStep(role, kind, (bracket > 0 ? name[..bracket] : name).Trim(), written, line.Guard);
    }

    private static StatesStep States(string role, string state, bool isExpectation) => new(isExpectation, new[] { new RoleState(role, state) }.ToEquatableArray());

    private static EquatableArray<string> Arguments(JsonTraceLine line) => (line.Arguments ?? []).ToEquatableArray();

    private static UsageException Wrong(string path, int line, string why) => new($"cannot replay '{path}': line {line} is no step: {why}");

    /// <summary>One line. What a generated <c>Transition</c> tells as <c>ProtoDsl.ITransition</c> is <see cref="Event"/>, <see cref="Source"/> and <see cref="Target"/>.</summary>
    private sealed record JsonTraceLine
    {
        public string? Session { get; init; }

        public string? Role { get; init; }

        public string? Event { get; init; }

        public string? Guard { get; init; }

        public string? Source { get; init; }

        public string? Target { get; init; }

        public string? From { get; init; }

        public string? To { get; init; }

        public string? Message { get; init; }

        public bool Lost { get; init; }

        public string[]? Arguments { get; init; }

        public Dictionary<string, string>? Expect { get; init; }
    }
}
