using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Relation;
using ProtoDsl.Analyzers.Usage.Flow;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Fields;

/// <summary>Reads off what stands around a value that is a machine what becomes of it.</summary>
internal sealed class UseReader(ProgramCode program, MachineType machine, IUseSink sink)
{
    private readonly PassedReader _passed = new(program, sink);

    /// <summary>Follows a value outwards through the expressions that hand it on.</summary>
    public void Follow(IOperation value)
    {
        while (Next(value) is { } next)
        {
            value = next;
        }
    }

    /// <summary>Looks at what takes the value; the operation that has the same value, if one hands it on.</summary>
    private IOperation? Next(IOperation value)
    {
        switch (value.Parent)
        {
            case IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or ICoalesceOperation or IConditionalOperation:
                return value.Parent;
            case IConditionalAccessOperation access:
                return access.Operation == value ? InstanceIn(access.WhenNotNull) : access;
            case ISwitchExpressionArmOperation arm:
                return arm.Parent;
            case IInvocationOperation call when call.Instance == value:
                Call(call);
                return null;
            case IPropertyReferenceOperation property when property.Instance == value:
                Read(property);
                return null;
            case IArgumentOperation argument:
                _passed.Pass(argument);
                return null;
            case IAssignmentOperation assignment when assignment is ISimpleAssignmentOperation or ICoalesceAssignmentOperation:
                if (assignment.Value == value)
                {
                    sink.Store(assignment.Target);
                }

                return assignment.Parent is IExpressionStatementOperation ? null : assignment;
            case ISymbolInitializerOperation initializer:
                Initialize(initializer);
                return null;
            case IReturnOperation returned:
                sink.Return(returned);
                return null;
            case IUsingOperation scope when scope.Resources == value:
                Dispose(scope);
                return null;
            case ISwitchExpressionOperation or ISwitchOperation or IIsPatternOperation or IPropertySubpatternOperation:
                foreach (var pattern in PatternsOf(value.Parent))
                {
                    ReadPattern(pattern);
                }

                return null;
            default:
                Take(value);
                return null;
        }
    }

    private void Take(IOperation value)
    {
        switch (value.Parent)
        {
            // Looked at, no more.
            case IBinaryOperation or ILockOperation or IIsTypeOperation or INameOfOperation or IInterpolationOperation or IExpressionStatementOperation:
            case ITupleOperation { Parent: ITupleBinaryOperation }:
                break;

            // The target of a deconstruction: that is for whoever looks at writes.
            case ITupleOperation tuple when IsTarget(tuple):
                break;
            case IMethodReferenceOperation:
                sink.Leave(Leaks.Delegate);
                break;
            case ITupleOperation or IArrayInitializerOperation or IAnonymousObjectCreationOperation or IObjectOrCollectionInitializerOperation:
                sink.Leave(Leaks.Stored);
                break;
            case IAddressOfOperation:
                sink.Leave(Leaks.ByReference);
                break;
            default:
                sink.Leave(Leaks.Unknown);
                break;
        }
    }

    /// <summary>True for a tuple that is written to.</summary>
    public static bool IsTarget(IOperation tuple) => tuple.Parent switch
    {
        IDeconstructionAssignmentOperation deconstruction => deconstruction.Target == tuple,
        ITupleOperation outer => IsTarget(outer),
        _ => false,
    };

    private void Call(IInvocationOperation call)
    {
        var method = call.TargetMethod.ContainingType.TypeKind == TypeKind.Interface
            ? machine.Symbol.FindImplementationForInterfaceMember(call.TargetMethod) as IMethodSymbol ?? call.TargetMethod
            : call.TargetMethod;
        Call(method, call);
    }

    private void Call(IMethodSymbol method, IOperation site)
    {
        switch (machine.MemberOf(method))
        {
            case { Kind: MemberKind.Raise or MemberKind.Try, Event: { } raised }:
                sink.Raise(raised, site);
                break;
            case { Kind: MemberKind.Elapsed }:
                foreach (var timer in machine.Table.Events.Where(@event => @event.Event.Kind is RelationEventKind.After or RelationEventKind.Timeout))
                {
                    sink.Raise(timer, site);
                }

                break;
            case null when !CallEffects.IsOfObject(method) && !method.IsStatic:
                sink.Leave(Leaks.UserMember);
                break;
        }
    }

    private void Read(IPropertyReferenceOperation property)
    {
        if (machine.MemberOf(property.Property) is null)
        {
            sink.Leave(Leaks.UserMember);
        }
    }

    private void Dispose(IUsingOperation scope)
    {
        var dispose = CodeCalls.In(scope).FirstOrDefault(call => call.Site == scope)?.Method;
        if (dispose is null)
        {
            sink.Leave(Leaks.Unknown);
        }
        else
        {
            Call(dispose, scope);
        }
    }

    private void Initialize(ISymbolInitializerOperation initializer)
    {
        switch (initializer)
        {
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { IsRef: false } local } declarator }:
                sink.Flow(local);
                if (UsingAround(declarator) is { } scope)
                {
                    DisposeLocal(scope, local);
                }

                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation }:
                sink.Leave(Leaks.ByReference);
                break;
            default:
                sink.Leave(Leaks.Stored);
                break;
        }
    }

    private void DisposeLocal(IOperation scope, ILocalSymbol local)
    {
        var dispose = local.Type is INamedTypeSymbol ? ImplicitCalls.At(scope).Select(call => call.Method).FirstOrDefault() : null;
        if (dispose is null)
        {
            sink.Leave(Leaks.Unknown);
        }
        else
        {
            Call(dispose, scope);
        }
    }

    private static IOperation? UsingAround(IVariableDeclaratorOperation declarator) =>
        declarator.Parent?.Parent?.Parent is IUsingDeclarationOperation or IUsingOperation ? declarator.Parent.Parent.Parent : null;

    private static IEnumerable<IOperation> PatternsOf(IOperation operation) => operation switch
    {
        IIsPatternOperation test => [test.Pattern],
        IPropertySubpatternOperation part => [part.Pattern],
        ISwitchExpressionOperation choice => choice.Arms.Select(arm => arm.Pattern),
        ISwitchOperation choice => choice.Cases.SelectMany(section => section.Clauses).OfType<IPatternCaseClauseOperation>().Select(clause => clause.Pattern),
        _ => [],
    };

    /// <summary>The names that a pattern gives it, and the properties that it asks for.</summary>
    private void ReadPattern(IOperation pattern)
    {
        foreach (var part in pattern.DescendantsAndSelf())
        {
            switch (part)
            {
                case IDeclarationPatternOperation { DeclaredSymbol: { } name } when IsMachine(part):
                    sink.Flow(name);
                    break;
                case IRecursivePatternOperation { DeclaredSymbol: { } name } when IsMachine(part):
                    sink.Flow(name);
                    break;
                case IPropertySubpatternOperation { Member: IPropertyReferenceOperation property } when IsMachine(part.Parent):
                    Read(property);
                    break;
            }
        }
    }

    private bool IsMachine(IOperation? pattern) =>
        pattern is IPatternOperation { InputType: { } input, NarrowedType: { } narrowed }
        && (SymbolEqualityComparer.Default.Equals(input.OriginalDefinition, machine.Symbol) || SymbolEqualityComparer.Default.Equals(narrowed.OriginalDefinition, machine.Symbol) || input.SpecialType == SpecialType.System_Object || input.TypeKind == TypeKind.Interface);

    /// <summary>The stand-in for <c>a</c> in <c>a?.b.c</c>: it comes first.</summary>
    private static IOperation? InstanceIn(IOperation whenNotNull)
    {
        for (var part = whenNotNull; part is not null; part = part.ChildOperations.FirstOrDefault())
        {
            if (part is IConditionalAccessInstanceOperation)
            {
                return part;
            }
        }

        return null;
    }
}
