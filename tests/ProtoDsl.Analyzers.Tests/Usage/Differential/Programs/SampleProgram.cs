using System.Collections.Immutable;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Tables;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;

/// <summary>A program to be judged: a class <c>Code</c>, whose entry methods a host may call, perhaps beside other classes.</summary>
/// <param name="Seed">What it was made from.</param>
/// <param name="Feature">What it is about.</param>
/// <param name="Machine">The machine it uses.</param>
/// <param name="Methods">The methods of <c>Code</c>.</param>
/// <param name="Fields">The fields of <c>Code</c>, as statements so that the shrinker can drop them; empty when it has no state.</param>
/// <param name="Others">Other classes.</param>
/// <param name="MessageSites">The sites at which the event is a message.</param>
internal sealed record SampleProgram(
    int Seed, Feature Feature, MachineShape Machine, ImmutableArray<Method> Methods, Block Fields, ImmutableArray<HelperClass> Others,
    ImmutableHashSet<int> MessageSites)
{
    /// <summary>True when what one call of it leaves behind matters to the next.</summary>
    public bool HasFields => !Fields.Statements.IsEmpty;

    /// <summary>The same without private methods that nothing calls: for the analysis these may be called by means of reflection (serializers, game engines), so
    /// that they count among the members which a host may call; here nobody would.</summary>
    public SampleProgram WithoutUnused()
    {
        var used = Methods.Where(method => method.Entry is not null || Methods.Any(other => other != method && other.Text.Clean.Contains($"*/{method.Name}(", StringComparison.Ordinal))).ToImmutableArray();
        return used.Length == Methods.Length ? this : (this with { Methods = used }).WithoutUnused();
    }

    /// <summary>How long its text is.</summary>
    public int Length => Render("P").Clean.Length;

    /// <summary>The whole in a namespace of its own.</summary>
    public Text Render(string @namespace)
    {
        var text = (Text)$"namespace {@namespace} {{\n";
        foreach (var other in Others)
        {
            text += $"{other.Head} {{\n" + other.Fields.Text + Text.Join("", other.Methods.Select(method => method.Text)) + "}\n";
        }

        text += "internal sealed class Code {\n" + Fields.Text + Text.Join("", Methods.Select(method => method.Text)) + "}\n";
        text += Text.OnlyLive(Driver());
        return text + "}\n";
    }

    private string Driver()
    {
        var cases = Methods
            .Where(method => method.Entry is not null)
            .Select((method, index) => $"case {index}: {(method.IsAsync ? "R.Wait(" : "")}{(method.IsStatic ? "Code" : "c")}.{method.Name}({method.Entry}){(method.IsAsync ? ")" : "")}; break;\n");
        return $"internal static class Driver {{ public static void Run(Code c, int entry) {{ switch (entry) {{\n{string.Concat(cases)}}} }}\n"
            + $"public static object NewMachine() => {Machine.Creation.Live};\n}}\n";
    }
}

/// <summary>A method.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Head">Everything before the brace.</param>
/// <param name="Body">Its statements.</param>
/// <param name="Entry">The arguments with which a host calls it; null when only the program calls it.</param>
internal sealed record Method(string Name, string Head, Block Body, string? Entry)
{
    public bool IsAsync => Head.Contains("async ", StringComparison.Ordinal);

    public bool IsStatic => Head.Contains("static ", StringComparison.Ordinal);

    public Text Text => $"{Head} {{\n" + Body.Text + "}\n";
}

/// <summary>A class beside <c>Code</c>.</summary>
internal sealed record HelperClass(string Head, Block Fields, ImmutableArray<Method> Methods);
