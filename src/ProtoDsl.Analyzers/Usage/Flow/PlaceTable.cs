using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Fields;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Numbers for what the flow follows: the variables of one body, and the temporaries of its graph. A variable of an enclosing body
/// is none of them (others write it while this body runs), nor is one that is a reference to another.</summary>
internal sealed class PlaceTable
{
    /// <summary>No place: not followed.</summary>
    public const int None = -1;

    private readonly Dictionary<ISymbol, int> _variables = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<CaptureId, int> _captures = [];
    private readonly Dictionary<object, int> _reserved = [];
    private readonly Dictionary<CaptureId, IOperation> _captured = [];
    private readonly Dictionary<int, MachineField> _members = [];
    private readonly HashSet<ISymbol> _owners;
    private int _count;
    private int? _thisPlace;
    private int? _resultPlace;

    /// <param name="graph">The body.</param>
    /// <param name="owner">The method, lambda or local function whose body it is.</param>
    /// <param name="members">The fields and automatic properties that are followed.</param>
    public PlaceTable(ControlFlowGraph graph, ISymbol owner, IEnumerable<MachineField> members)
    {
        _owners = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { owner };
        foreach (var member in members)
        {
            var place = Reserved(("member", member.Field));
            _variables.Add(member.Field, place);
            _members.Add(place, member);
            if (member.Property is { IsVirtual: false, IsOverride: false, IsAbstract: false } property)
            {
                _variables.Add(property, place);
            }
        }

        Index(graph);
    }

    /// <summary>The variables of a local function are followed too, while it is run as part of the body around it.</summary>
    public void Include(ISymbol function, ControlFlowGraph graph)
    {
        if (_owners.Add(function))
        {
            Index(graph);
        }
    }

    /// <summary>The fields and automatic properties that are followed, by place.</summary>
    public IReadOnlyDictionary<int, MachineField> Members => _members;

    /// <summary>The place of a followed field or property of the object at hand.</summary>
    public int OfMember(ISymbol member) => _variables.TryGetValue(member.OriginalDefinition, out var place) ? place : None;

    /// <summary>The place of a variable.</summary>
    public int Of(ISymbol variable)
    {
        var isFollowed = variable switch
        {
            ILocalSymbol local => local.RefKind == RefKind.None,
            IParameterSymbol => true,
            _ => false,
        };
        if (!isFollowed || !_owners.Contains(variable.ContainingSymbol))
        {
            return None;
        }

        if (!_variables.TryGetValue(variable, out var place))
        {
            _variables.Add(variable, place = _count++);
        }

        return place;
    }

    /// <summary>The place of a temporary.</summary>
    public int Of(CaptureId capture)
    {
        if (!_captures.TryGetValue(capture, out var place))
        {
            _captures.Add(capture, place = _count++);
        }

        return place;
    }

    /// <summary>The place of the object itself, where that is a machine.</summary>
    public int ThisPlace => _thisPlace ??= Reserved("this");

    /// <summary>The place of what is returned.</summary>
    public int ResultPlace => _resultPlace ??= Reserved("result");

    /// <summary>A place that no variable has: what a machine was at entry, what is returned.</summary>
    public int Reserved(object key)
    {
        if (!_reserved.TryGetValue(key, out var place))
        {
            _reserved.Add(key, place = _count++);
        }

        return place;
    }

    /// <summary>The variable that an operation names, where it stands for one that is read or written.</summary>
    public int OfVariable(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => Of(local.Local),
        IParameterReferenceOperation parameter => Of(parameter.Parameter),
        IFieldReferenceOperation field when IsOfThis(field.Instance) => OfMember(field.Field),
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property when IsOfThis(property.Instance) => OfMember(property.Property),
        IDeclarationExpressionOperation declaration => OfVariable(declaration.Expression),
        _ => None,
    };

    /// <summary>What is written by an assignment to an operation: the variable itself, also behind a temporary.</summary>
    public IOperation TargetOf(IOperation operation)
    {
        // Each step leads to an earlier temporary; the bound is for a graph that is not as it should be.
        for (var steps = 0; steps < 16 && operation is IFlowCaptureReferenceOperation reference && _captured.TryGetValue(reference.Id, out var target); steps++)
        {
            operation = target;
        }

        return operation;
    }

    private static bool IsOfThis(IOperation? instance) =>
        instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };

    private void Index(ControlFlowGraph graph)
    {
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.Operations)
            {
                if (operation is IFlowCaptureOperation capture)
                {
                    _captured[capture.Id] = capture.Value;
                }
            }
        }
    }
}
