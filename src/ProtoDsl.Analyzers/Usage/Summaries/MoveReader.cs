using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Relation;
using ProtoDsl.Analyzers.Usage.Flow;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>Reads off one body on which machines it raises events itself, and which methods it may run.</summary>
internal sealed class MoveReader(ProgramCode program, MachineCallbacks callbacks, CancellationToken cancellationToken)
{
    private readonly ImmutableHashSet<MachineType>.Builder _machines = ImmutableHashSet.CreateBuilder<MachineType>();
    private readonly ImmutableHashSet<IAssemblySymbol>.Builder _assemblies = ImmutableHashSet.CreateBuilder<IAssemblySymbol>(SymbolEqualityComparer.Default);
    private readonly ImmutableArray<IMethodSymbol>.Builder _callees = ImmutableArray.CreateBuilder<IMethodSymbol>();
    private readonly HashSet<IMethodSymbol> _seen = new(SymbolEqualityComparer.Default);
    private DeferredCode? _deferred;
    private bool _runsArguments;
    private bool _isUnseen;

    private Compilation Compilation => program.Catalog.Compilation;

    /// <summary>Reads a body.</summary>
    public DirectMoves Read(MethodBody body)
    {
        if ((body.Traits & BodyTraits.IsTooLarge) != 0)
        {
            return DirectMoves.Unseen;
        }

        _deferred = new DeferredCode(body);
        foreach (var call in CodeCalls.In(body))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(call);
            if (_isUnseen)
            {
                return DirectMoves.Unseen;
            }
        }

        return Result();
    }

    /// <summary>What a call does of which only the method is known, not what it is handed.</summary>
    public DirectMoves Read(IMethodSymbol method, bool isExact)
    {
        var kind = isExact ? CallKind.Exact : CallKind.Virtual;
        Add(new CodeCall(kind, method, IsOnThis: false, ImmutableArray<IArgumentOperation>.Empty, Site: null));
        if (!program.Bodies.Has(method, cancellationToken))
        {
            _runsArguments = method.Parameters.Any(parameter => DeferredCode.IsDeferred(parameter.OriginalDefinition.Type));
        }

        return _isUnseen ? DirectMoves.Unseen : Result();
    }

    private DirectMoves Result() => new(
        new MoveSet(_machines.ToImmutable(), _assemblies.ToImmutable(), isEverything: false, _runsArguments),
        _callees.ToImmutable());

    private void Add(CodeCall call)
    {
        if (call.Method is not { } method)
        {
            // A delegate that the body has made itself, or was handed, is not unseen.
            Run(call.Site is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } invocation ? invocation.Instance : null);
            return;
        }

        if (AddMember(method))
        {
            return;
        }

        AddDeferred(call, method);
        if (SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, Compilation.Assembly))
        {
            AddOwn(call, method);
        }
        else
        {
            AddForeign(call, method);
        }
    }

    /// <summary>What the generator wrote does what the table says, and runs the user's callbacks.</summary>
    private bool AddMember(IMethodSymbol method)
    {
        if (program.Catalog.MachineOf(method.ContainingType) is not { } machine || !program.Generated.IsGenerated(method))
        {
            return false;
        }

        var member = machine.MemberOf((ISymbol?)method.AssociatedSymbol ?? method);
        var timers = machine.Table.Events.Where(@event => @event.Event.Kind is RelationEventKind.After or RelationEventKind.Timeout).ToArray();
        var runsCallbacks = (member?.Kind, method.MethodKind) switch
        {
            (MemberKind.Raise or MemberKind.Try, _) => member?.Event?.RunsUserCode == true,
            (MemberKind.Elapsed, _) => timers.Any(timer => timer.RunsUserCode),

            // They may start timers, which is a call.
            (MemberKind.Restore, _) or (null, MethodKind.Constructor) => timers.Length > 0,
            _ => false,
        };
        if (member?.Kind is MemberKind.Raise or MemberKind.Try or MemberKind.Elapsed)
        {
            _machines.Add(machine);
        }

        if (runsCallbacks)
        {
            var run = callbacks.Of(machine, cancellationToken);
            _isUnseen |= run.IsUnseen;
            foreach (var callback in run.Methods)
            {
                AddCallee(callback);
            }
        }

        return true;
    }

    private void AddOwn(CodeCall call, IMethodSymbol method)
    {
        if (call.Kind == CallKind.Exact || IsOfObject(method))
        {
            AddCallee(method);
            return;
        }

        var targets = program.Implementations.Of(method, cancellationToken);
        if (targets.IsEmpty && !method.IsPartialDefinition)
        {
            // Abstract, and whoever implements it stands elsewhere.
            _isUnseen = true;
        }

        AddTargets(targets);
    }

    private void AddForeign(CodeCall call, IMethodSymbol method)
    {
        if (IsOfObject(method))
        {
            return;
        }

        if (program.Foreign.KnowsMachines(method.ContainingAssembly))
        {
            _assemblies.Add(method.ContainingAssembly);
        }

        if (program.Foreign.IsOfMachines(method.ContainingType))
        {
            // Machines of other assemblies implement it.
            _assemblies.UnionWith(program.Foreign.AssembliesWithMachines);
        }

        if (method.IsAbstract || call.Kind is CallKind.Virtual or CallKind.Reference)
        {
            AddTargets(program.Implementations.Of(method, cancellationToken));
        }

        _isUnseen |= !method.IsAbstract && CallEffects.MayRunUserCode(method, [], Compilation);
    }

    private void AddTargets(IEnumerable<IMethodSymbol> targets)
    {
        foreach (var target in targets)
        {
            if (!AddMember(target))
            {
                AddCallee(target);
            }
        }
    }

    private void AddCallee(IMethodSymbol method)
    {
        if (_seen.Add(method) && program.Bodies.Has(method, cancellationToken))
        {
            _callees.Add(method);
        }
    }

    /// <summary>Delegates and lazy sequences among what is handed over; whoever gets them may run them.</summary>
    private void AddDeferred(CodeCall call, IMethodSymbol method)
    {
        if (call.Kind == CallKind.Reference)
        {
            // As a delegate it will be handed what nobody sees here.
            _isUnseen |= method.Parameters.Any(parameter => DeferredCode.IsDeferred(parameter.Type));
            return;
        }

        foreach (var argument in call.Arguments.Where(argument => DeferredCode.IsDeferred(argument.Parameter?.OriginalDefinition.Type)))
        {
            Run(argument.Value);
        }

        if (call.Site is IForEachLoopOperation loop)
        {
            Run(loop.Collection);
        }
        else if (call.Site is IInvocationOperation { Instance: { } receiver } && DeferredCode.IsDeferred(method.ContainingType) && method.ContainingType.TypeKind != TypeKind.Delegate)
        {
            Run(receiver);
        }
    }

    /// <summary>The code that a value brings with it may run.</summary>
    private void Run(IOperation? value)
    {
        var origin = _deferred?.OriginOf(value) ?? DeferredOrigin.Unseen;
        _runsArguments |= origin == DeferredOrigin.Parameter;
        _isUnseen |= origin == DeferredOrigin.Unseen;
    }

    /// <summary>Members that every object has: overrides of them that raise events are not thought of.</summary>
    private static bool IsOfObject(IMethodSymbol method)
    {
        var root = method;
        while (root.OverriddenMethod is { } overridden)
        {
            root = overridden;
        }

        return CallEffects.IsOfObject(root);
    }
}
