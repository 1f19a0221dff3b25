using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>What an asynchronous or synchronized machine writes differently. Every emitter asks here, so that there is one emitter.</summary>
internal sealed class Flavor
{
    public const string CancellationTokenType = "global::System.Threading.CancellationToken";

    private const string Tasks = "global::System.Threading.Tasks.";

    public Flavor(MachineModifiers modifiers)
    {
        IsAsync = (modifiers & MachineModifiers.Async) != 0;
        IsSynchronized = (modifiers & MachineModifiers.Synchronized) != 0;
        IsGeneric = (modifiers & MachineModifiers.Generic) != 0;
    }

    public bool IsAsync { get; }

    public bool IsSynchronized { get; }

    public bool IsGeneric { get; }

    /// <summary>Behind the name of a method that may take its time.</summary>
    public string Suffix => IsAsync ? "Async" : "";

    /// <summary>Before the type of a message handed over: a reference, unless the method is asynchronous.</summary>
    public string In => IsAsync ? "" : "in ";

    /// <summary>How a member of the user's or ours that answers a type is declared, without <c>async</c>.</summary>
    public string Answer(string type) =>
        !IsAsync ? type : type == "void" ? Tasks + "ValueTask" : $"{Tasks}ValueTask<{type}>";

    /// <summary>The same for a method with a body.</summary>
    public string Method(string type) => (IsAsync ? "async " : "") + Answer(type);

    /// <summary>A call of such a member.</summary>
    public string Await(string call) => IsAsync ? $"await {call}.ConfigureAwait(false)" : call;

    /// <summary>Parameters or arguments, followed by the token of an asynchronous method.</summary>
    public string WithToken(string list, string token) =>
        !IsAsync ? list : list.Length == 0 ? token : list + ", " + token;
}
