using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Flow;
using ProtoDsl.Analyzers.Usage.Summaries;

namespace ProtoDsl.Analyzers.Usage.Fields;

/// <summary>What becomes of a machine that is handed to a method: a method of the compilation is looked into, others may keep it unless they are known to
/// do no more than look.</summary>
internal sealed class PassedReader(ProgramCode program, IUseSink sink)
{
    private static readonly string[] s_lookers = ["Object", "Console", "Debug", "Trace", "String", "GC", "ArgumentNullException", "ArgumentException"];

    /// <summary>The machine is an argument.</summary>
    public void Pass(IArgumentOperation argument)
    {
        if (argument.Parameter is not { } parameter)
        {
            sink.Leave(Leaks.Argument);
            return;
        }

        if (parameter.RefKind is RefKind.Ref or RefKind.Out && argument.Value is IMemberReferenceOperation)
        {
            sink.Leave(Leaks.ByReference);
            return;
        }

        if (parameter.RefKind == RefKind.Out)
        {
            // The variable is given another machine; this one goes nowhere.
            return;
        }

        var call = CallOf(argument);
        if (call?.Method is { MethodKind: MethodKind.LocalFunction })
        {
            sink.Flow(parameter);
            return;
        }

        if (call is not { Method: { } method })
        {
            sink.Leave(Leaks.Argument);
        }
        else if (!method.DeclaringSyntaxReferences.IsEmpty)
        {
            PassToOwn(call, method, parameter);
        }
        else if (parameter.RefKind == RefKind.Ref)
        {
            sink.Leave(Leaks.ByReference);
        }
        else if (!IsLooker(method))
        {
            sink.Leave(Leaks.Argument);
        }
    }

    private void PassToOwn(CodeCall call, IMethodSymbol method, IParameterSymbol parameter)
    {
        if (call.Kind == CallKind.Exact && !parameter.IsParams && parameter.Ordinal < method.Parameters.Length && program.Bodies.Has(method, default))
        {
            sink.Flow(method.Parameters[parameter.Ordinal]);
        }
        else
        {
            sink.Leave(Leaks.Argument);
        }
    }

    private static CodeCall? CallOf(IArgumentOperation argument) => argument.Parent switch
    {
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } local } call => CodeCall.ExactAt(call, local),
        IInvocationOperation { TargetMethod.MethodKind: not (MethodKind.DelegateInvoke or MethodKind.FunctionPointerSignature) } call => CodeCalls.In(call).First(candidate => candidate.Site == call),
        IObjectCreationOperation { Constructor: { } constructor } creation => CodeCall.ExactAt(creation, constructor),
        _ => null,
    };

    /// <summary>True for code that does nothing with it but compare, print or check it.</summary>
    private static bool IsLooker(IMethodSymbol method) =>
        CallEffects.IsOfObject(method)
        || (s_lookers.Contains(method.ContainingType.Name) && method.ContainingNamespace is { Name: "System" or "Diagnostics" });
}
