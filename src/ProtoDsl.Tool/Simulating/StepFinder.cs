using ProtoDsl.Language;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Simulation;

namespace ProtoDsl.Tool.Simulating;

/// <summary>From what was typed to the steps that it may mean.</summary>
internal static class StepFinder
{
    /// <summary>Those that the text names: by number, as a scenario writes them, or shorter: without the role, the guard, the values.</summary>
    public static IReadOnlyList<SimulatedStep> Find(IReadOnlyList<SimulatedStep> possible, string typed)
    {
        if (int.TryParse(typed, out var number))
        {
            return number >= 1 && number <= possible.Count ? [possible[number - 1]] : [];
        }

        var wanted = Plain(typed);
        foreach (var written in (Func<SimulatedStep, IEnumerable<string>>[])[Whole, WithoutGuard, WithoutRole, WithoutValues])
        {
            var found = possible.Where(step => written(step).Any(text => Plain(text) == wanted)).ToArray();
            if (found.Length > 0)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>The step that was most likely meant; null for none.</summary>
    public static string? Near(IReadOnlyList<SimulatedStep> possible, string typed) =>
        NameSuggestion.Find(typed, possible.SelectMany(step => WithoutGuard(step).Concat(WithoutRole(step))).Distinct());

    /// <summary>As a scenario writes it, with its guard.</summary>
    public static string TextOf(SimulatedStep step) => step.Guard is { } guard ? $"{step.Text} [{guard}]" : step.Text;

    private static IEnumerable<string> Whole(SimulatedStep step)
    {
        yield return TextOf(step);
        if (step.Sent.Count > 0)
        {
            yield return $"{TextOf(step)} / {string.Join(", ", step.Sent.Select(sent => "!" + sent))}";
        }
    }

    private static IEnumerable<string> WithoutGuard(SimulatedStep step) => [step.Text];

    private static IEnumerable<string> WithoutRole(SimulatedStep step)
    {
        if (ShortOf(step.Step) is { } text)
        {
            yield return text;
            yield return step.Guard is { } guard ? $"{text} [{guard}]" : text;
        }
    }

    private static IEnumerable<string> WithoutValues(SimulatedStep step)
    {
        var bare = step.Step switch
        {
            EventStep @event => @event with { Arguments = default, Guard = null },
            DeliveryStep delivery => delivery with { Arguments = default },
            var other => other,
        };
        yield return TransitionFile.Print(bare);
        if (ShortOf(bare) is { } text)
        {
            yield return text;
        }
    }

    private static string? ShortOf(ScenarioStep step) => step switch
    {
        EventStep @event => TransitionFile.Print(@event with { Guard = null })[(@event.Role.Length + 1)..].TrimStart(),
        DeliveryStep { IsDropped: false } delivery => "?" + TransitionFile.Print(new EventStep("x", EventKind.Call, delivery.Message, delivery.Arguments, null))[2..],
        _ => null,
    };

    // Blanks mean nothing, but between words.
    private static string Plain(string text) => string.Concat(string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Replace(" (", "(", StringComparison.Ordinal).Replace(", ", ",", StringComparison.Ordinal).Replace("[ ", "[", StringComparison.Ordinal).Replace(" ]", "]", StringComparison.Ordinal));
}
