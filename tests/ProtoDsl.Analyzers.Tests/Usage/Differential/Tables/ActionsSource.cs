using System.Text;
using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Tables;

/// <summary>The user's part of a machine, for every machine of a compilation: guards answer what the oracle says, effects may throw.</summary>
internal static class ActionsSource
{
    private static readonly SymbolDisplayFormat s_type = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Classes <c>XActs</c>, each with one instance <c>Shared</c>.</summary>
    public static string Write(Compilation compilation, IEnumerable<string> machines)
    {
        var text = new StringBuilder("#nullable enable\nusing R = ProtoDsl.Analyzers.Tests.Usage.Differential.Execution.R;\n");
        foreach (var machine in machines)
        {
            var dot = machine.LastIndexOf('.');
            var (space, name) = dot < 0 ? ("", machine) : (machine[..dot], machine[(dot + 1)..]);
            if (compilation.GetTypeByMetadataName($"{(dot < 0 ? "" : space + ".")}I{name}Actions") is not { } actions)
            {
                continue;
            }

            text.Append(dot < 0 ? "" : $"namespace {space} {{\n").Append($"internal sealed class {name}Acts : {actions.ToDisplayString(s_type)} {{\n")
                .Append($"public static readonly {actions.ToDisplayString(s_type)} Shared = new {name}Acts();\n");
            foreach (var method in actions.GetMembers().OfType<IMethodSymbol>())
            {
                Method(text, method);
            }

            text.Append(dot < 0 ? "}\n" : "}\n}\n");
        }

        return text.ToString();
    }

    private static void Method(StringBuilder text, IMethodSymbol method)
    {
        var parameters = string.Join(", ", method.Parameters.Select(parameter =>
            $"{(parameter.RefKind == RefKind.In ? "in " : "")}{parameter.Type.ToDisplayString(s_type)} @{parameter.Name}"));
        var type = method.ReturnType;
        var result = type is INamedTypeSymbol { Name: "ValueTask" } task ? task.TypeArguments.FirstOrDefault() : type.SpecialType == SpecialType.System_Void ? null : type;
        var isTask = type.Name == "ValueTask";
        var value = result is null ? "" : result.SpecialType == SpecialType.System_Boolean ? "R.Guard()" : $"R.Made<{result.ToDisplayString(s_type)}>()";
        text.Append($"public {type.ToDisplayString(s_type)} {method.Name}({parameters}) {{ ")
            .Append(result is null ? "R.Effect(); " : "")
            .Append(isTask ? $"return {(result is null ? "default" : $"new({value})")};" : result is null ? "" : $"return {value};")
            .Append(" }\n");
    }
}
