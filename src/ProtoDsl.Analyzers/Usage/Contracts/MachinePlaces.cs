using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Contracts;

/// <summary>What types say about the machines that may be behind them.</summary>
internal static class MachinePlaces
{
    /// <summary>What a task gives; another type is itself.</summary>
    public static ITypeSymbol ResultOf(ITypeSymbol type) =>
        type is INamedTypeSymbol
        {
            Name: "Task" or "ValueTask",
            TypeArguments: { Length: 1 } arguments,
            ContainingType: null,
            ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } },
        }
            ? arguments[0]
            : type;

    /// <summary>The machine that a value of a type is, or that its task gives; null for none.</summary>
    public static MachineType? MachineBehind(this MachineCatalog machines, ITypeSymbol type) => machines.MachineOf(ResultOf(type));

    /// <summary>True for a type that is no machine but may stand for one: <c>object</c>, an interface, a type parameter.</summary>
    public static bool MayHoldMachine(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Interface or TypeKind.TypeParameter or TypeKind.Dynamic || type.SpecialType == SpecialType.System_Object;

    /// <summary>True where a method or indexer answers yes or no, at once or when its task is done.</summary>
    public static bool ReturnsBoolean(ISymbol? member)
    {
        var type = member switch
        {
            IMethodSymbol method => method.ReturnType,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        return type is not null && ResultOf(type).SpecialType == SpecialType.System_Boolean;
    }

    /// <summary>The type of a field or property; null for another member.</summary>
    public static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false } property => property.Type,
        _ => null,
    };

    /// <summary>A field or property of a type or of what it inherits from; null for none.</summary>
    public static ISymbol? FindMember(INamedTypeSymbol type, string name) =>
        MembersOf(type, name).FirstOrDefault(member => TypeOf(member) is not null);

    /// <summary>The names of its fields and properties that hold machines.</summary>
    public static IEnumerable<string> NamesOfMachines(INamedTypeSymbol type, MachineCatalog machines) =>
        MembersOf(type, null)
            .Where(member => !member.IsImplicitlyDeclared && TypeOf(member) is { } held && machines.MachineOf(held) is not null)
            .Select(member => member.Name)
            .Distinct();

    private static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type, string? name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in name is null ? current.GetMembers() : current.GetMembers(name))
            {
                yield return member;
            }
        }

        foreach (var member in type.TypeKind == TypeKind.Interface ? type.AllInterfaces.SelectMany(one => name is null ? one.GetMembers() : one.GetMembers(name)) : [])
        {
            yield return member;
        }
    }
}
