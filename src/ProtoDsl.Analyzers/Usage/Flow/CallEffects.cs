using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>What code that is not analysed can do to a machine. Code that cannot know the generated class (the base library, packages) cannot
/// raise its events; whatever may call back into the project can.</summary>
internal static class CallEffects
{
    private static readonly HashSet<string> CollectionInterfaces =
    [
        "ICollection", "IList", "IDictionary", "ISet", "IReadOnlyCollection", "IReadOnlyList", "IReadOnlyDictionary", "IReadOnlySet",
    ];

    /// <summary>True for a call of a method whose text is in this compilation, whichever override it may be.</summary>
    public static bool IsOfThisCompilation(IMethodSymbol? method, Compilation compilation) =>
        method is { IsAbstract: false } && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly);

    /// <summary>True when a call may run code that raises events on machines it has got hold of before.</summary>
    public static bool MayRunUserCode(IMethodSymbol? method, IEnumerable<IArgumentOperation> arguments, Compilation compilation)
    {
        if (method is null || method.MethodKind is MethodKind.DelegateInvoke or MethodKind.LocalFunction or MethodKind.FunctionPointerSignature)
        {
            return true;
        }

        if (SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly))
        {
            return true;
        }

        var type = method.ContainingType;
        var mayBeOverridden = method.IsAbstract && !(type.TypeKind == TypeKind.Interface && CollectionInterfaces.Contains(type.Name));
        return mayBeOverridden || IsBelow(type, "System", "Threading") || arguments.Any(argument => IsDelegate(argument.Parameter?.Type));
    }

    /// <summary>True when a call that is handed a machine may raise events on it.</summary>
    public static bool MayMove(IMethodSymbol? method, IParameterSymbol? parameter, MachineType machine, Compilation compilation)
    {
        if (method is null || parameter is null || KnowsAssemblyOf(machine, method.ContainingAssembly, compilation))
        {
            return true;
        }

        var type = parameter.OriginalDefinition.Type;
        if (parameter.IsParams && type is IArrayTypeSymbol array)
        {
            type = array.ElementType;
        }

        // What takes anything may still ask for IDisposable, or another interface of the machine that it knows.
        var takesAnything = type.TypeKind == TypeKind.TypeParameter || type.SpecialType == SpecialType.System_Object;
        return !takesAnything || (HasKnownInterface(machine) && !IsInert(method.ContainingType)) || (method.IsAbstract && !CollectionInterfaces.Contains(method.ContainingType.Name));
    }

    /// <summary>True when an assembly may name the class of a machine.</summary>
    public static bool KnowsAssemblyOf(MachineType machine, IAssemblySymbol? assembly, Compilation compilation)
    {
        var home = machine.Symbol.ContainingAssembly;
        if (assembly is null || SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly) || SymbolEqualityComparer.Default.Equals(assembly, home))
        {
            return true;
        }

        // A referenced assembly cannot know this one.
        return !SymbolEqualityComparer.Default.Equals(home, compilation.Assembly)
            && assembly.Modules.Any(module => module.ReferencedAssemblies.Any(name => name.Name == home.Identity.Name));
    }

    /// <summary>True for a member that every object has and that changes none.</summary>
    public static bool IsOfObject(ISymbol member) => member.ContainingType?.SpecialType == SpecialType.System_Object;

    /// <summary>True for code that does nothing with an object but compare, lock or check it.</summary>
    public static bool OnlyLooks(IMethodSymbol method) =>
        IsOfObject(method)
        || method.ContainingType is { Name: "Monitor", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } }
        || method.ContainingType is { Name: "GC" or "ArgumentNullException", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool HasKnownInterface(MachineType machine) =>
        machine.Symbol.AllInterfaces.Any(type => type.ContainingNamespace is not { Name: "ProtoDsl", ContainingNamespace.IsGlobalNamespace: true });

    private static bool IsInert(INamedTypeSymbol type) => IsBelow(type, "System", "Collections") || type.Name is "Console" or "Debug" or "Trace" or "String";

    private static bool IsDelegate(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Delegate } || type is { Name: "Expression", ContainingNamespace.Name: "Expressions" };

    private static bool IsBelow(INamedTypeSymbol type, string outer, string inner)
    {
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (string.Equals(space.Name, inner, StringComparison.Ordinal) && space.ContainingNamespace is { } parent && parent.Name == outer && parent.ContainingNamespace.IsGlobalNamespace)
            {
                return true;
            }
        }

        return false;
    }
}
