using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ProtoDsl.Verification.Exploration;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Grading;

/// <summary>Follows a trace in which loops stand for "one or more" in channels that hold single messages: each step once, a step of a sending
/// loop as often as need be. What cannot be replayed was never real.</summary>
internal sealed class Replay
{
    private const int Capacity = 16;
    private const int MostRepeats = 4;
    private const int MostConfigurations = 20_000;

    private readonly QueueExpander _expander;
    private readonly SuccessorBuffer _buffer;
    private readonly StuckClassifier _classifier;

    private Replay(SessionSystem system, CancellationToken cancellation)
    {
        var table = new StepTable(system, Capacity, accelerate: false, cancellation);
        _expander = new QueueExpander(table, folds: false, reduce: false);
        _buffer = new SuccessorBuffer(table.Layout.Words, _expander.MaximalSuccessors);
        _classifier = new StuckClassifier(_expander);
    }

    /// <summary>A violation at some capacity with the same culprit as a site of an accelerated search; null where none was found.</summary>
    public static Violation? Find(Exploration.Exploration accelerated, Site site, CancellationToken cancellation)
    {
        var system = accelerated.Expander.Table.System;
        return new Replay(system, cancellation).Follow(accelerated.Trace(site.Configuration), accelerated.KeyOf(site), cancellation);
    }

    private Violation? Follow(IReadOnlyList<SystemStep> trace, SiteKey wanted, CancellationToken cancellation)
    {
        var frontier = new List<Run> { new(_expander.Table.Layout.Start(), null, default, 0) };
        var looked = 0;
        foreach (var step in trace)
        {
            cancellation.ThrowIfCancellationRequested();
            var times = IsLoop(step) ? MostRepeats : 1;
            var next = new List<Run>();
            for (var time = 0; time < times; time++)
            {
                frontier = frontier.SelectMany(run => After(run, step)).ToList();
                next.AddRange(frontier);
            }

            frontier = next;
            looked += frontier.Count;
            if (looked > MostConfigurations) return null;
        }

        return frontier.OrderBy(run => run.Length).Select(run => Judge(run, wanted)).FirstOrDefault(found => found is not null);
    }

    private bool IsLoop(SystemStep step) =>
        Alphabet.IsSendingLoop(step.Source, _expander.Table.System.Roles[step.Role].States[step.Source].Moves[step.Move]);

    private IEnumerable<Run> After(Run run, SystemStep step)
    {
        Expand(run);
        var width = _buffer.Width;
        for (var i = 0; i < _buffer.Count; i++)
        {
            if (_expander.Describe(_buffer.Steps[i]) != step) continue;
            yield return new Run(_buffer.Words.Skip(i * width).Take(width).ToArray(), run, step, run.Length + 1);
            yield break;
        }
    }

    private Violation? Judge(Run run, SiteKey wanted)
    {
        Expand(run);
        var table = _expander.Table;
        var sites = _expander.Unlisted.Take(_expander.UnlistedCount).Select(culprit => table.Culprits[culprit])
            .Select(culprit => new Site(ViolationKind.UnspecifiedReception, 0, culprit.Role, culprit.Channel, culprit.Letter)).ToList();
        if (_buffer.Count == 0 && _classifier.Classify(run.Words, 0, 0) is { } stuck) sites.Add(stuck);
        var found = sites.FindIndex(site => SiteKey.Of(table.System, site, _expander.LocalStates) == wanted);
        if (found < 0) return null;
        var longest = run.Way().SelectMany(at => table.Layout.Channels.Select(channel => channel.Length(at.Words, 0))).Max();
        return new Violation(wanted.Kind, run.Way().Skip(1).Select(at => at.Step).ToArray(), table.Layout.Unpack(run.Words, 0))
        {
            Role = sites[found].Role, Channel = sites[found].Channel, Letter = sites[found].Letter, IsShortest = false,
            Presence = new Grade(Reach.EveryCapacityFrom, longest, Method.Acceleration),
        };
    }

    private void Expand(Run run)
    {
        _buffer.Count = 0;
        _expander.Expand(run.Words, 0, 0, _buffer);
    }

    /// <summary>A configuration and how it was reached.</summary>
    private sealed record Run(ulong[] Words, Run? Before, SystemStep Step, int Length)
    {
        public IEnumerable<Run> Way()
        {
            var way = new Stack<Run>();
            for (var at = this; at is not null; at = at.Before) way.Push(at);
            return way;
        }
    }
}
