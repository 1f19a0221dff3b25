using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Lambdas and local functions: once one exists, what it captures may be read and written whenever anything runs. A capture that only
/// asks a machine for its state harms nothing.</summary>
internal sealed class NestedFunctions(BodyContext context)
{
    private readonly Dictionary<IOperation, int[]> _capturesOfLambda = [];
    private int[]? _capturesOfLocalFunctions;
    private Dictionary<string, List<int>>? _placesByName;

    /// <summary>A lambda comes into being.</summary>
    public void LoseCaptures(FlowState state, IFlowAnonymousFunctionOperation lambda) => Lose(CapturesOf(lambda), state);

    /// <summary>True for a lambda after which all is known that was known before.</summary>
    public bool OnlyAsks(IFlowAnonymousFunctionOperation lambda) => CapturesOf(lambda).Length == 0;

    private int[] CapturesOf(IFlowAnonymousFunctionOperation lambda)
    {
        if (!_capturesOfLambda.TryGetValue(lambda, out var captures))
        {
            captures = CapturesOf(context.CurrentGraph.GetAnonymousFunctionControlFlowGraph(lambda)).Distinct().ToArray();
            _capturesOfLambda.Add(lambda, captures);
        }

        return captures;
    }

    /// <summary>A local function is called or made a delegate. They call one another, so the captures of all go.</summary>
    public void LoseLocalFunctionCaptures(FlowState state)
    {
        _capturesOfLocalFunctions ??= LocalFunctionsIn(context.Graph).SelectMany(CapturesOf).Distinct().ToArray();
        Lose(_capturesOfLocalFunctions, state);
    }

    /// <summary>An expression that this compiler's operations do not describe: all variables that its text names.</summary>
    public void LoseMentioned(FlowState state, SyntaxNode syntax)
    {
        _placesByName ??= PlacesByName();
        foreach (var name in syntax.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            if (_placesByName.TryGetValue(name.Identifier.ValueText, out var places))
            {
                Lose(places, state);
            }
        }
    }

    private static IEnumerable<ControlFlowGraph> LocalFunctionsIn(ControlFlowGraph graph)
    {
        foreach (var function in graph.LocalFunctions)
        {
            var inner = graph.GetLocalFunctionControlFlowGraph(function);
            yield return inner;
            foreach (var deeper in LocalFunctionsIn(inner))
            {
                yield return deeper;
            }
        }
    }

    private static void Lose(IEnumerable<int> places, FlowState state)
    {
        foreach (var place in places)
        {
            state.Lose(place);
        }
    }

    private IEnumerable<int> CapturesOf(ControlFlowGraph function) =>
        function.OriginalOperation.Descendants()
            .Where(operation => operation is ILocalReferenceOperation or IParameterReferenceOperation && !IsHarmless(operation))
            .Select(context.Places.OfVariable)
            .Where(place => place >= 0);

    private bool IsHarmless(IOperation reference) => reference.Parent switch
    {
        IPropertyReferenceOperation property => property.Instance == reference && OnlyAsks(property.Property),
        IInvocationOperation call => call.Instance == reference && OnlyAsks(call.TargetMethod),
        IIsPatternOperation match => match.Value == reference && OnlyAsks(match.Pattern),
        _ => false,
    };

    private bool OnlyAsks(ISymbol member) => context.Catalog.MemberOf(member) is { Kind: MemberKind.State or MemberKind.Can };

    /// <summary>True for a pattern that gives nothing a name and reads nothing but the machine's own properties.</summary>
    private bool OnlyAsks(IPatternOperation pattern) => pattern.DescendantsAndSelf().All(part => part switch
    {
        IDeclarationPatternOperation or IListPatternOperation => false,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol is null && recursive.DeconstructSymbol is null,
        IPropertyReferenceOperation property => OnlyAsks(property.Property),
        _ => true,
    });

    private Dictionary<string, List<int>> PlacesByName()
    {
        var places = new Dictionary<string, List<int>>();
        foreach (var operation in context.Graph.OriginalOperation.DescendantsAndSelf())
        {
            ISymbol? variable = operation switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                IVariableDeclaratorOperation declarator => declarator.Symbol,
                _ => null,
            };
            if (variable is not null && context.Places.Of(variable) is >= 0 and var place)
            {
                if (!places.TryGetValue(variable.Name, out var list))
                {
                    places.Add(variable.Name, list = []);
                }

                list.Add(place);
            }
        }

        return places;
    }
}
