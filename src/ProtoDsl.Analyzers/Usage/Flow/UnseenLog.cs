using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Summaries;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Notes where a body runs code that is not in sight. What methods can do is asked only in the end, where nothing else has decided.</summary>
internal sealed class UnseenLog(BodyContext context)
{
    private readonly HashSet<int> _events = [];
    private readonly HashSet<IMethodSymbol> _methods = new(SymbolEqualityComparer.Default);
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
    /// <param name="code">When it runs what is not in sight.</param>
    /// <param name="matched">Which machines those of its summary are.</param>
    public void Run(UnseenCode code, IReadOnlyCollection<MatchedEffect> matched)
    {
        _isAnytime |= code.IsAnytime;
        foreach (var subject in code.During)
        {
            Run(matched.Where(match => match.Effect.Subject.Equals(subject)).Select(match => match.Machine.Object).DefaultIfEmpty(ObjectTable.None).First());
        }
    }

    /// <summary>What is to be said of the body.</summary>
    public UnseenCode Result()
    {
        if (_isAnytime || _events.Any(@object => context.Subjects.All(subject => subject.Object != @object)) || _methods.Any(MayRaise))
        {
            return UnseenCode.Anytime;
        }

        return _events.Count == 0
            ? UnseenCode.None
            : new UnseenCode(IsAnytime: false, _events.Select(@object => context.Subjects.First(subject => subject.Object == @object).Subject).ToImmutableHashSet());
    }

    private bool MayRaise(IMethodSymbol method) =>
        context.Model.Program.Moves.MovedBy(method, context.Budget.CancellationToken) is not { IsEverything: false, RunsArguments: false, Machines.IsEmpty: true, Assemblies.IsEmpty: true };
}
