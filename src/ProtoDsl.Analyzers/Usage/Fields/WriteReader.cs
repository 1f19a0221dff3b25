using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Fields;

/// <summary>Finds where a field is written, and where what is written comes from: through local variables and factories back to the <c>new</c>.</summary>
internal sealed class WriteReader(ProgramCode program, ReferenceIndex index, IFieldSymbol field, CancellationToken cancellationToken)
{
    private const int MaxDepth = 24;

    private readonly HashSet<ILocalSymbol> _sources = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _factories = new(SymbolEqualityComparer.Default);

    private ISymbol Name => field.AssociatedSymbol ?? field;

    /// <summary>The local variables through which machines come into the field; complete when all writes have been read.</summary>
    public IReadOnlyCollection<ILocalSymbol> Sources => _sources;

    /// <summary>The methods that make them; complete when all writes have been read.</summary>
    public IReadOnlyCollection<IMethodSymbol> Factories => _factories;

    /// <summary>All writes.</summary>
    public ImmutableArray<FieldWrite> Read()
    {
        var writes = ImmutableArray.CreateBuilder<FieldWrite>();
        if (Name.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is ParameterSyntax parameter))
        {
            // record R(Machine M)
            writes.Add(new FieldWrite(null, WriteTime.Constructor, WriteSources.Elsewhere, MayBeNull: true, Name.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken)));
        }

        foreach (var initializer in program.Bodies.InitializersOf(field.ContainingType, field.IsStatic, cancellationToken))
        {
            if (SymbolEqualityComparer.Default.Equals(initializer.Member, Name))
            {
                writes.Add(Make(null, WriteTime.Initializer, initializer.Operation.Value));
            }
        }

        foreach (var reference in index.Of(Name))
        {
            switch (reference.Operation.Parent)
            {
                case IAssignmentOperation assignment when assignment.Target == reference.Operation && assignment is ISimpleAssignmentOperation { IsRef: false } or ICoalesceAssignmentOperation:
                    writes.Add(Make(reference.Member, TimeOf(reference), assignment.Value));
                    break;
                case ITupleOperation tuple when UseReader.IsTarget(tuple):
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out }:
                    writes.Add(new FieldWrite(reference.Member, TimeOf(reference), WriteSources.Elsewhere, MayBeNull: true, reference.Operation.Syntax));
                    break;
            }
        }

        return writes.ToImmutable();
    }

    private FieldWrite Make(IMethodSymbol? member, WriteTime time, IOperation value)
    {
        _visited.Clear();
        var sources = SourcesOf(value, MaxDepth);
        return new FieldWrite(member, time, sources, MayBeNull(value, sources), value.Syntax);
    }

    private WriteTime TimeOf(Reference reference) =>
        reference.Member is { } member
        && member.MethodKind == (field.IsStatic ? MethodKind.StaticConstructor : MethodKind.Constructor)
        && SymbolEqualityComparer.Default.Equals(member.ContainingType, field.ContainingType)
        && ReferenceIndex.FunctionAround(reference.Operation) is null
            ? WriteTime.Constructor
            : WriteTime.Later;

    /// <summary>A null in sight; of what comes from elsewhere the compiler's own knowledge.</summary>
    private static bool MayBeNull(IOperation value, WriteSources sources) =>
        (sources & WriteSources.Null) != 0
        || ((sources & WriteSources.Elsewhere) != 0
            && value.SemanticModel?.GetTypeInfo(value.Syntax).Nullability.FlowState != NullableFlowState.NotNull);

    private WriteSources SourcesOf(IOperation? value, int depth)
    {
        if (value is null || depth == 0)
        {
            return WriteSources.Elsewhere;
        }

        if (value.ConstantValue is { HasValue: true, Value: null })
        {
            return WriteSources.Null;
        }

        return value switch
        {
            IConversionOperation { OperatorMethod: null } conversion => SourcesOf(conversion.Operand, depth - 1),
            IParenthesizedOperation parenthesized => SourcesOf(parenthesized.Operand, depth - 1),
            IDefaultValueOperation => WriteSources.Null,
            IThrowOperation => WriteSources.None,
            IObjectCreationOperation { Initializer: null, Constructor: { } constructor } when program.Generated.IsGenerated(constructor) => WriteSources.New,
            ISimpleAssignmentOperation assignment => SourcesOf(assignment.Value, depth - 1),
            ICoalesceOperation coalesce => (SourcesOf(coalesce.Value, depth - 1) & ~WriteSources.Null) | SourcesOf(coalesce.WhenNull, depth - 1),
            IConditionalOperation choice => SourcesOf(choice.WhenTrue, depth - 1) | SourcesOf(choice.WhenFalse, depth - 1),
            ISwitchExpressionOperation choice => choice.Arms.Aggregate(WriteSources.None, (sources, arm) => sources | SourcesOf(arm.Value, depth - 1)),
            ILocalReferenceOperation { Local: var local } => OfLocal(local, depth - 1),
            IInvocationOperation call => OfCall(call, depth - 1),
            IFieldReferenceOperation same when SymbolEqualityComparer.Default.Equals(same.Field.OriginalDefinition, field) => WriteSources.None,
            _ => WriteSources.Elsewhere,
        };
    }

    private WriteSources OfCall(IInvocationOperation call, int depth)
    {
        if (program.Catalog.MemberOf(call.TargetMethod) is { Kind: MemberKind.Restore })
        {
            return WriteSources.Restored;
        }

        var method = BodySyntax.DefinitionOf(call.TargetMethod);
        if (!CodeCalls.In(call).Any(candidate => candidate is { Kind: CallKind.Exact } && candidate.Site == call)
            || method.IsAsync
            || program.Bodies.Of(method, cancellationToken) is not { } body)
        {
            return WriteSources.Elsewhere;
        }

        _factories.Add(method);
        if (!_visited.Add(method))
        {
            // A second look adds nothing to the first.
            return WriteSources.None;
        }

        index.Add(body);
        return ReferenceIndex.ReturnedBy(body).Aggregate(WriteSources.None, (sources, value) => sources | SourcesOf(value, depth));
    }

    private WriteSources OfLocal(ILocalSymbol local, int depth)
    {
        _sources.Add(local);
        if (!_visited.Add(local))
        {
            return WriteSources.None;
        }

        var sources = WriteSources.None;
        foreach (var reference in index.Of(local))
        {
            sources |= reference.Operation switch
            {
                IVariableDeclaratorOperation { Initializer: { } initializer } => SourcesOf(initializer.Value, depth),
                ILocalReferenceOperation { Parent: IAssignmentOperation assignment } when assignment.Target == reference.Operation => SourcesOf(assignment.Value, depth),
                ILocalReferenceOperation { IsDeclaration: true } or ILocalReferenceOperation { Parent: ITupleOperation or IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } } => WriteSources.Elsewhere,
                _ => WriteSources.None,
            };
        }

        // A pattern, a loop, a catch gives it its value.
        return sources == WriteSources.None ? WriteSources.Elsewhere : sources;
    }
}
