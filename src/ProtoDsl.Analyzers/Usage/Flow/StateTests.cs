using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Collects how the tests of one body come out, over all ways to reach them: only a test that comes out the same on each, and for reasons
/// that lie in this body, is superfluous.</summary>
internal sealed class StateTests(BodyContext context)
{
    private readonly Dictionary<SyntaxNode, StateTestSite> _sites = [];
    private readonly HashSet<SyntaxNode> _unknown = [];
    private readonly Dictionary<string, HashSet<SyntaxNode>> _decisions = [];

    /// <summary>The tests that decide something and always come out the same, in the order of the text.</summary>
    public IEnumerable<StateTestSite> Constant => _sites.Values
        .Where(site => !_unknown.Contains(site.Key.Syntax)
            && site.Outcome is { } outcome
            && TestPlace.IsWorthSaying(site.Key.Syntax, outcome, site.Machine.Table.Relation.States.Count, _decisions))
        .OrderBy(site => site.Key.Syntax.SpanStart);

    /// <summary>True for a test that some path has reached.</summary>
    public bool HasReached(SiteKey test) => _sites.ContainsKey(test.Syntax);

    /// <summary>A test is reached with a machine that is followed.</summary>
    /// <param name="test">As it is written.</param>
    /// <param name="object">The machine.</param>
    /// <param name="now">What is known of the machine.</param>
    /// <param name="fact">The states for which it may come out true and false.</param>
    /// <param name="result">How it comes out here.</param>
    public void Visit(SyntaxNode test, int @object, ObjectFacts now, PatternFact fact, BoolValue result)
    {
        if (now.Machine.IsShared
            || result.Constant is not { } outcome
            || fact.Match.IsEmpty
            || fact.Fail.IsEmpty
            || !now.Rows.Origins.All(origin => IsLearnedHere(origin, outcome ? fact.Fail : fact.Match)))
        {
            _unknown.Add(test);
            return;
        }

        if (!_sites.TryGetValue(test, out var site))
        {
            _sites.Add(test, site = new StateTestSite(test, context.MachineOf(@object)));
        }

        site.Add(now, outcome);
    }

    /// <summary>A test is reached with a machine that is not followed.</summary>
    public void VisitUnknown(SyntaxNode test) => _unknown.Add(test);

    /// <summary>What may be a test is reached with a value that is not followed.</summary>
    public void VisitUnknown(SyntaxNode test, ITypeSymbol? type)
    {
        if (type is { TypeKind: TypeKind.Enum } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } || context.Catalog.MachineOf(type) is not null)
        {
            _unknown.Add(test);
        }
    }

    /// <summary>A condition decides which way to go; a variable in it has got its value before.</summary>
    public void Decide(IOperation condition)
    {
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
        {
            condition = not.Operand;
        }

        // The compiler's own variables have no name.
        if (condition is ILocalReferenceOperation { Local.Name: { Length: > 0 } name })
        {
            if (!_decisions.TryGetValue(name, out var places))
            {
                _decisions.Add(name, places = []);
            }

            places.Add(condition.Syntax);
        }
    }

    /// <summary>False where the outcome follows from the states in which the machine came in: what the members of a class leave in its field, or
    /// what an attribute demands. To test that is care.</summary>
    private static bool IsLearnedHere(OriginRows origin, StateSet opposite)
    {
        if (origin.Origin.Kind == OriginKind.Known || !(origin.Origin.Entry & opposite).IsEmpty)
        {
            return true;
        }

        for (var entry = 0; entry < origin.Rows.Length; entry++)
        {
            if (!origin.Rows[entry].IsEmpty && origin.Rows[entry] != StateSet.Of(entry))
            {
                return true;
            }
        }

        return false;
    }
}
