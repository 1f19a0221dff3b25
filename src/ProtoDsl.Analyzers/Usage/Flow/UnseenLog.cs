using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Summaries;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Notes where a body runs code that is not in sight.</summary>
internal sealed class UnseenLog(BodyContext context)
{
    private readonly HashSet<int> _events = [];
    private readonly HashSet<IMethodSymbol> _methods = new(SymbolEqualityComparer.Default);
    private readonly List<(MethodSummary Callee, ImmutableArray<(Subject Subject, int Object)> Machines)> _callees = [];
    private bool _isAnytime;

    /// <summary>It runs; during an event of a machine, or else of <see cref="ObjectTable.None"/>.</summary>
    public void Run(int during)
    {
        _isAnytime |= during == ObjectTable.None;
        _events.Add(during);
    }

    /// <summary>A method is run that is not followed; null for one that is not known.</summary>
    public void Run(IMethodSymbol? method)
    {
        _isAnytime |= method is null;
        if (method is not null)
        {
            _methods.Add(method);
        }
    }

    /// <summary>A method is run that is followed.</summary>
    /// <param name="callee">What it does.</param>
    /// <param name="matched">Which machines those of its summary are.</param>
    public void Run(MethodSummary callee, IReadOnlyCollection<MatchedEffect> matched)
    {
        if (!_isAnytime)
        {
            _callees.Add((callee, matched.Select(match => (match.Effect.Subject, match.Machine.Object)).ToImmutableArray()));
        }
    }

    /// <summary>What is to be said of the body. What methods can do is found out when a caller asks for it, and few do; so it keeps no more of the body than
    /// that needs.</summary>
    public Lazy<UnseenCode> Result()
    {
        if (_isAnytime)
        {
            return UnseenCode.LazyAnytime;
        }

        var subjects = context.Subjects.ToLookup(subject => subject.Object, subject => subject.Subject);
        var (events, methods, callees, moves) = (_events.ToArray(), _methods.ToArray(), _callees.ToArray(), context.Model.Program.Moves);
        return events.Length + methods.Length + callees.Length == 0
            ? UnseenCode.LazyNone
            : new Lazy<UnseenCode>(() => Find(events.Concat(callees.SelectMany(Objects)).Distinct().ToArray(), methods, subjects, moves));
    }

    private static IEnumerable<int> Objects((MethodSummary Callee, ImmutableArray<(Subject Subject, int Object)> Machines) call)
    {
        var unseen = call.Callee.Unseen;
        return unseen.IsAnytime
            ? [ObjectTable.None]
            : unseen.During.Select(subject => call.Machines.Where(machine => machine.Subject.Equals(subject)).Select(machine => machine.Object).DefaultIfEmpty(ObjectTable.None).First());
    }

    private static UnseenCode Find(int[] events, IMethodSymbol[] methods, ILookup<int, Subject> subjects, MoveSets moves) =>
        events.Any(@object => !subjects.Contains(@object)) || methods.Any(method => MayRaise(moves.MovedBy(method, CancellationToken.None)))
            ? UnseenCode.Anytime
            : new UnseenCode(IsAnytime: false, events.Select(@object => subjects[@object].First()).ToImmutableHashSet());

    private static bool MayRaise(MoveSet moved) => moved is not { IsEverything: false, RunsArguments: false, Machines.IsEmpty: true, Assemblies.IsEmpty: true };
}
