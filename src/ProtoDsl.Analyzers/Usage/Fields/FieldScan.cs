using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Flow;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Fields;

/// <summary>Follows the machines of one field through all the names that they get: local variables, parameters of helpers, results of private methods.
/// A name is looked at wherever it stands, whatever it may hold there.</summary>
internal sealed class FieldScan : IUseSink
{
    /// <summary>Names and bodies that are looked at for one field; beyond that nothing is said of it.</summary>
    private const int MaxNames = 300;

    private readonly ProgramCode _program;
    private readonly ReferenceIndex _index;
    private readonly IFieldSymbol _field;
    private readonly UseReader _uses;
    private readonly CancellationToken _cancellationToken;
    private readonly HashSet<IMethodSymbol> _factories = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _names = new(SymbolEqualityComparer.Default);
    private readonly Queue<ISymbol> _todo = new();
    private readonly HashSet<(IOperation Site, int Event)> _sites = [];
    private readonly List<FieldRaise> _raises = [];
    private Reference _at;
    private bool _isBefore;

    public FieldScan(ProgramCode program, ReferenceIndex index, IFieldSymbol field, MachineType machine, CancellationToken cancellationToken)
    {
        _program = program;
        _index = index;
        _field = field;
        _uses = new UseReader(program, machine, this);
        _cancellationToken = cancellationToken;
    }

    /// <summary>What was found so far.</summary>
    public Leaks Leaks { get; private set; }

    /// <summary>The events, in the order in which they were found.</summary>
    public ImmutableArray<FieldRaise> Raises => _raises.ToImmutableArray();

    /// <summary>What names the field: itself, or the property that it was made for.</summary>
    public ISymbol Name => _field.AssociatedSymbol ?? _field;

    /// <summary>Follows what is read from the field, and what is about to be written to it.</summary>
    /// <param name="sources">The local variables through which machines come into the field.</param>
    /// <param name="factories">The methods that make them.</param>
    public void Run(IEnumerable<ILocalSymbol> sources, IEnumerable<IMethodSymbol> factories)
    {
        Flow(Name);
        DrainAll();
        _isBefore = true;
        _factories.UnionWith(factories);
        foreach (var source in sources)
        {
            Flow(source);
        }

        DrainAll();
        if (_index.HasGaps)
        {
            Leave(Leaks.Unknown);
        }
    }

    /// <inheritdoc/>
    public void Raise(EventTable @event, IOperation site)
    {
        if (_sites.Add((site, @event.Index)))
        {
            var tags = site is IInvocationOperation call ? TagReader.Read(@event, call) : TagKnowledge.None;
            _raises.Add(new FieldRaise(_at.Member, @event, tags, ReferenceIndex.FunctionAround(site) is not null));
        }
    }

    /// <inheritdoc/>
    public void Flow(ISymbol name)
    {
        if (!_names.Add(name.OriginalDefinition))
        {
            return;
        }

        if (_names.Count > MaxNames || _index.Count > MaxNames * 10)
        {
            Leave(Leaks.Unknown);
            return;
        }

        if ((name as IMethodSymbol ?? name.ContainingSymbol) is IMethodSymbol { MethodKind: not (MethodKind.LocalFunction or MethodKind.AnonymousFunction) } method
            && _program.Bodies.Of(method, _cancellationToken) is { } body)
        {
            _index.Add(body);
        }

        _todo.Enqueue(name.OriginalDefinition);
    }

    /// <inheritdoc/>
    public void Return(IOperation site)
    {
        switch (ReferenceIndex.FunctionAround(site))
        {
            case ILocalFunctionOperation { Symbol: { IsAsync: false, RefKind: RefKind.None } local }:
                Flow(local);
                return;
            case null when _at.Member is { RefKind: RefKind.None, IsAsync: false } member:
                ReturnFrom(member);
                return;
            default:
                Leave(Leaks.Returned);
                return;
        }
    }

    /// <inheritdoc/>
    public void Store(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local: { RefKind: RefKind.None } local }:
                Flow(local);
                break;
            case IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter }:
                Flow(parameter);
                break;
            case IDiscardOperation:
            case IFieldReferenceOperation field when IsSame(field.Field):
            case IPropertyReferenceOperation property when IsSame(property.Property):
                break;
            default:
                Leave(Leaks.Stored);
                break;
        }
    }

    /// <inheritdoc/>
    public void Leave(Leaks leak) => Leaks |= leak;

    /// <summary>Bodies come in on the way: in them, methods whose results are followed may be called too.</summary>
    private void DrainAll()
    {
        int count;
        do
        {
            Drain();
            count = _index.Count;
            foreach (var result in _names.Where(name => name is IMethodSymbol))
            {
                _todo.Enqueue(result);
            }

            Drain();
        }
        while (_index.Count != count);
    }

    private void Drain()
    {
        while (_todo.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var name = _todo.Dequeue();
            foreach (var reference in _index.Of(name).ToArray())
            {
                _at = reference;
                if (reference.Operation is not IVariableDeclaratorOperation && !IsWrite(reference.Operation, name))
                {
                    _uses.Follow(reference.Operation);
                }
            }
        }
    }

    /// <summary>A helper outside the class returns the machine to those who have handed it over. In the class, a method that others can call gives it to them.</summary>
    private void ReturnFrom(IMethodSymbol member)
    {
        var name = (ISymbol?)(member.AssociatedSymbol as IPropertySymbol) ?? member;
        if (_isBefore && _factories.Contains(member))
        {
            // A factory: each of its callers gets a machine of its own.
            return;
        }

        var isPrivate = member.DeclaredAccessibility == Accessibility.Private && member.ExplicitInterfaceImplementations.IsEmpty;
        if (isPrivate || !IsInClass(member.ContainingType))
        {
            Flow(name);
        }
        else
        {
            Leave(Leaks.Returned);
        }
    }

    private bool IsInClass(INamedTypeSymbol? type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(outer.OriginalDefinition, _field.ContainingType))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSame(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, Name);

    /// <summary>True where a variable is only given another value; whether that value is used further is seen where the assignment is.</summary>
    private static bool IsWrite(IOperation reference, ISymbol name) =>
        name is not IMethodSymbol
        && reference.Parent is ISimpleAssignmentOperation { Parent: IExpressionStatementOperation } assignment
        && assignment.Target == reference;
}
