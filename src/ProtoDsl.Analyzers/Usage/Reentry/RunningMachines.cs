using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Fields;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Reentry;

/// <summary>Which machine is running when the user's code is called from inside an event. Only where it is certain: in the machine's own class it is
/// <c>this</c>; in a class of actions the machine in a field, if constructors alone set that, each to a machine that is given <c>this</c>, and no other machine is.</summary>
internal static class RunningMachines
{
    /// <summary>The machine inside whose events a method runs; null for another method, and where it is not certain which.</summary>
    public static RunningMachine? Of(IMethodSymbol method, ProgramCode program, CancellationToken cancellationToken)
    {
        var isOver = method.IsAsync && method.ReturnsVoid;
        if (isOver || method.IsStatic || method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation))
        {
            // After its first await, an async void method runs when the event is long over.
            return null;
        }

        var type = method.ContainingType.OriginalDefinition;
        if (program.Catalog.MachineOf(type) is { } self)
        {
            return (method.PartialDefinitionPart ?? method) is { IsPartialDefinition: true } definition && program.Generated.IsGenerated(definition) ? new RunningMachine(self, null) : null;
        }

        if (type is not { TypeKind: TypeKind.Class, AllInterfaces.IsEmpty: false })
        {
            // A struct, which a generic machine takes, is copied into it, and knows another machine or none.
            return null;
        }

        var machines = program.Fields.In(type, cancellationToken).Select(field => field.Machine).Distinct().Where(machine => Runs(machine, method)).ToArray();
        return machines.Length == 1 ? HeldBy(type, machines[0], program, cancellationToken) : null;
    }

    /// <summary>True when a machine is made with an interface that a method implements a part of.</summary>
    private static bool Runs(MachineType machine, IMethodSymbol method)
    {
        var actions = machine.Symbol.InstanceConstructors
            .SelectMany(constructor => constructor.Parameters)
            .Select(parameter => parameter.Type)
            .OfType<INamedTypeSymbol>()
            .Where(type => type.TypeKind == TypeKind.Interface && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, machine.Symbol.ContainingAssembly));
        return actions
            .SelectMany(type => type.AllInterfaces.Add(type))
            .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));
    }

    private static RunningMachine? HeldBy(INamedTypeSymbol type, MachineType machine, ProgramCode program, CancellationToken cancellationToken)
    {
        var fields = program.Fields.In(type, cancellationToken).Where(field => field.Machine == machine).ToArray();
        var made = type.GetMembers()
            .OfType<IMethodSymbol>()
            .SelectMany(member => GivenThis(program.Bodies.Of(member, cancellationToken)?.Operation, program.Catalog))
            .ToArray();
        var field = fields.Length == 1 && made.Length > 0 ? fields[0] : null;
        var isCertain = field is { IsStatic: false }
            && (field.IsPrivate || field.IsReadOnly)
            && field.Writes.Length == made.Length
            && field.Writes.All(write => write.Time == WriteTime.Constructor && made.Any(operation => operation.Syntax == write.Syntax))
            && field.Writes.Select(write => write.Member).Distinct(SymbolEqualityComparer.Default).Count() == made.Length;
        return isCertain && field is not null ? new RunningMachine(machine, field.Field) : null;
    }

    /// <summary>The machines of any class that are given the object itself.</summary>
    private static IEnumerable<IOperation> GivenThis(IOperation? body, MachineCatalog catalog) =>
        body is null ? [] : body.Descendants().Where(operation => operation switch
        {
            IObjectCreationOperation creation => catalog.MachineOf(creation.Type) is not null && IsGivenThis(creation.Arguments),
            IInvocationOperation call => catalog.MemberOf(call.TargetMethod) is { Kind: MemberKind.Restore } && IsGivenThis(call.Arguments),
            _ => false,
        });

    private static bool IsGivenThis(ImmutableArray<IArgumentOperation> arguments) => arguments.Any(argument =>
        RunningMachine.IsThis(argument.Value is IConversionOperation { OperatorMethod: null } conversion ? conversion.Operand : argument.Value));
}
