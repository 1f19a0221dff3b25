using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Fields;

/// <summary>The machines in the fields and auto-properties of a compilation's types, each type looked at when it is first asked for. Safe under
/// concurrency; a request that is cancelled leaves nothing behind.</summary>
internal sealed class FieldFacts(ProgramCode program)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<MachineField>> _fields = new(SymbolEqualityComparer.Default);

    /// <summary>The machines in a type's own fields, in the order of the text; none for a type of another assembly.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ImmutableArray<MachineField> In(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var definition = type.OriginalDefinition;
        return _fields.TryGetValue(definition, out var known)
            ? known
            : _fields.GetOrAdd(definition, Find(definition, cancellationToken));
    }

    /// <summary>What is known of a field or auto-property; null for one that holds no machine, and for one of another assembly.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public MachineField? Of(ISymbol? member, CancellationToken cancellationToken)
    {
        var type = member switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        if (member?.ContainingType is not { } owner || program.Catalog.MachineOf(type) is null)
        {
            return null;
        }

        var definition = member.OriginalDefinition;
        foreach (var field in In(owner, cancellationToken))
        {
            if (SymbolEqualityComparer.Default.Equals(field.Field, definition) || SymbolEqualityComparer.Default.Equals(field.Property, definition))
            {
                return field;
            }
        }

        return null;
    }

    private ImmutableArray<MachineField> Find(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, program.Catalog.Compilation.Assembly))
        {
            return ImmutableArray<MachineField>.Empty;
        }

        var found = ImmutableArray.CreateBuilder<MachineField>();
        ReferenceIndex? index = null;
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            // A captured parameter of a primary constructor is a parameter wherever it is named.
            var isCaptured = field.IsImplicitlyDeclared && field.AssociatedSymbol is not IPropertySymbol;
            if (!isCaptured && program.Catalog.MachineOf(field.Type) is { } machine)
            {
                if (index is null)
                {
                    index = new ReferenceIndex();
                    index.Add(type, program.Bodies, cancellationToken);
                }

                found.Add(Find(field, machine, index, cancellationToken));
            }
        }

        return found.ToImmutable();
    }

    private MachineField Find(IFieldSymbol field, MachineType machine, ReferenceIndex index, CancellationToken cancellationToken)
    {
        var writer = new WriteReader(program, index, field, cancellationToken);
        var writes = writer.Read();
        var scan = new FieldScan(program, index, field, machine, cancellationToken);
        scan.Run(writer.Sources, writer.Factories);
        var leaks = scan.Leaks | (IsCopied(field.ContainingType, index) ? Leaks.Copied : Leaks.None);
        return new MachineField(field, machine, writes, scan.Raises, leaks, StartsNull(field, writes, cancellationToken));
    }

    /// <summary>True where two objects may have one machine.</summary>
    private bool IsCopied(INamedTypeSymbol type, ReferenceIndex index) =>
        type.IsValueType
        || type.IsRecord
        || program.Catalog.Compilation.GetSpecialType(SpecialType.System_Object).GetMembers("MemberwiseClone").Any(clone => index.Of(clone).Count > 0);

    /// <summary>True when there is a constructor that does not set it, neither does an initialiser.</summary>
    private bool StartsNull(IFieldSymbol field, IReadOnlyCollection<FieldWrite> writes, CancellationToken cancellationToken)
    {
        if (writes.Any(write => write.Time == WriteTime.Initializer || write.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.ParameterSyntax))
        {
            return false;
        }

        var constructors = field.IsStatic ? field.ContainingType.StaticConstructors : field.ContainingType.InstanceConstructors;
        return constructors.IsEmpty || constructors.Any(constructor => !BodySyntax.CallsThis(constructor, cancellationToken) && !Sets(constructor, field, cancellationToken));
    }

    /// <summary>True for a constructor with an assignment that stands in no condition.</summary>
    private bool Sets(IMethodSymbol constructor, IFieldSymbol field, CancellationToken cancellationToken)
    {
        var name = field.AssociatedSymbol ?? field;
        var body = program.Bodies.Of(constructor, cancellationToken)?.Operation as IConstructorBodyOperation;
        var statements = (body?.BlockBody ?? body?.ExpressionBody)?.Operations ?? ImmutableArray<IOperation>.Empty;
        return statements
            .OfType<IExpressionStatementOperation>()
            .Select(statement => (statement.Operation as ISimpleAssignmentOperation)?.Target)
            .Any(target => SymbolEqualityComparer.Default.Equals((target as IMemberReferenceOperation)?.Member.OriginalDefinition, name));
    }
}
