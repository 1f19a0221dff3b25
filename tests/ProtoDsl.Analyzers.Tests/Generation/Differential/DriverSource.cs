using System.Text;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Analyzers.Tests.Generation.Differential;

/// <summary>C# of a user of a generated machine: actions that tell a host what they are asked, and a door to raise events by number.</summary>
internal static class DriverSource
{
    /// <summary>What all drivers of one assembly share.</summary>
    public const string Host = """
        #nullable enable
        using System;
        using System.Threading;
        using System.Threading.Tasks;

        /// <summary>Host.</summary>
        public static class Host
        {
            public static readonly AsyncLocal<Func<string, bool>?> Asked = new AsyncLocal<Func<string, bool>?>();

            public static bool Ask(string text) => Asked.Value!(text);

            public static async ValueTask<bool> AskAsync(string text)
            {
                if (text.Length % 3 == 0) await Task.Yield();
                return Asked.Value!(text);
            }

            public static void Enter(Func<string, bool> ask) => Asked.Value = ask;
        }
        """;

    /// <summary>The driver of one machine, type <c>Driver</c> in the table's namespace.</summary>
    public static string Write(Protocol protocol, Machine machine, bool isGeneric, bool isObserved)
    {
        var isAsync = (machine.Modifiers & MachineModifiers.Async) != 0;
        var hasActions = machine.Actions.Count + machine.SentMessages.Count + machine.Timers.Count > 0;
        isGeneric &= hasActions;
        var type = isGeneric ? "Box<Actions>" : "Box";
        var source = new StringBuilder();
        source.Append($$"""
            #nullable enable
            namespace {{protocol.Namespace}}
            {
                using System;
                using System.Linq;
                using System.Threading;
                using System.Threading.Tasks;

            """);
        if (hasActions)
        {
            Actions(source, protocol, machine, isAsync);
        }

        if (isObserved)
        {
            source.Append($"partial class {(isGeneric ? "Box<TActions>" : "Box")} {{ partial void OnTransition(in {(isGeneric ? "Box.Transition" : "Transition")} transition) => Host.Ask(transition.ToString()); }}\n");
        }

        source.Append($$"""
            public static class Driver
            {
                public static object Create() => new {{type}}({{(hasActions ? "new Actions()" : "")}});
                public static string State(object machine) => (({{type}})machine).State.ToString();
                public static string Save(object machine) { try { return (({{type}})machine).Save().ToString(); } catch (ProtoDsl.SnapshotException) { return "SnapshotException"; } }
                public static object Restore(string text) => {{type}}.Restore(Box.Snapshot.Parse(text){{(hasActions ? ", new Actions()" : "")}});
                public static string Fire(object machine, int e, int[] v, string how)
                {
                    var m = ({{type}})machine;
                    switch (how + e)
                    {

            """);
        for (var e = 0; e < machine.Events.Count; e++)
        {
            Event(source, protocol, machine, e, isAsync);
        }

        source.Append("default: throw new InvalidOperationException(how + e);\n}\n}\n}\n}\n");
        return source.ToString();
    }

    private static void Actions(StringBuilder source, Protocol protocol, Machine machine, bool isAsync)
    {
        var token = isAsync ? "CancellationToken t" : "";
        var suffix = isAsync ? "Async" : "";
        source.Append("internal struct Actions : IBoxActions\n{\n");
        foreach (var action in machine.Actions)
        {
            var (parameters, text) = action.Receives switch
            {
                ActionReceives.Message => ($"{(isAsync ? "" : "in ")}P.{protocol.Messages[action.Subject].TypeName} message", "{message}"),
                ActionReceives.CallArguments => Declared(protocol, machine.Calls[action.Subject].Parameters),
                ActionReceives.WrittenArguments => Declared(protocol, action.Parameters),
                _ => ("", ""),
            };
            Member(source, isAsync, action.IsGuard, $"{action.MethodName}{suffix}", parameters, token, $"$\"{action.Name}({text})\"", null);
        }

        foreach (var sent in machine.SentMessages)
        {
            Member(source, isAsync, false, "Send" + suffix, $"{(isAsync ? "" : "in ")}P.{protocol.Messages[sent].TypeName} message", token, "$\"Send({message})\"", null);
        }

        foreach (var given in Creations(protocol, machine))
        {
            var message = protocol.Messages[given.Message];
            var (parameters, text) = Declared(protocol, message.Parameters.Where((_, i) => given.IsGiven[i]));
            var values = string.Join(", ", message.Parameters.Select((parameter, i) => given.IsGiven[i] ? parameter.Name : "default"));
            Member(source, isAsync, false, "Create" + message.TypeName + suffix, parameters, token, $"$\"Create{message.TypeName}({text})\"", ($"P.{message.TypeName}", $"new P.{message.TypeName}({values})"));
        }

        if (machine.Timers.Count > 0)
        {
            source.Append("public void Start(BoxTimerToken token, TimeSpan due) => Host.Ask($\"Start({token}, {due})\");\n");
            source.Append("public void Stop(BoxTimerToken token) => Host.Ask($\"Stop({token})\");\n");
        }

        source.Append("}\n");
    }

    private static IEnumerable<(int Message, bool[] IsGiven)> Creations(Protocol protocol, Machine machine) =>
        machine.Rows.SelectMany(row => row.Effects).Concat(machine.States.SelectMany(state => state.Entry.Concat(state.Exit)))
            .OfType<SendStep>()
            .Where(send => send.Arguments.Any(argument => argument is MissingArgument))
            .Select(send => (send.Message, IsGiven: send.Arguments.Select(argument => argument is not MissingArgument).ToArray()))
            .DistinctBy(create => create.Message + string.Join("", create.IsGiven));

    private static void Member(StringBuilder source, bool isAsync, bool isGuard, string name, string parameters, string token, string text, (string Type, string Value)? made)
    {
        var type = made?.Type ?? (isGuard ? "bool" : "void");
        var list = string.Join(", ", new[] { parameters, token }.Where(part => part.Length > 0));
        if (!isAsync)
        {
            source.Append($"public {type} {name}({list}) {{ {(isGuard ? "return " : "")}Host.Ask({text}); {(made is { } m ? $"return {m.Value};" : "")} }}\n");
            return;
        }

        var returns = type == "void" ? "ValueTask" : $"ValueTask<{type}>";
        source.Append($"public async {returns} {name}({list}) {{ {(isGuard ? "return " : "")}await Host.AskAsync({text}); {(made is { } n ? $"return {n.Value};" : "")} }}\n");
    }

    private static (string Parameters, string Text) Declared(Protocol protocol, IEnumerable<Parameter> parameters) =>
        (string.Join(", ", parameters.Select(parameter => $"{(parameter.Tag >= 0 ? "P." + protocol.Tags[parameter.Tag].TypeName : parameter.Type)} {parameter.Name}")),
            string.Join(", ", parameters.Select(parameter => $"{{{parameter.Name}}}")));

    private static void Event(StringBuilder source, Protocol protocol, Machine machine, int e, bool isAsync)
    {
        var @event = machine.Events[e];
        var suffix = isAsync ? "Async" : "";
        string Wait(string call) => isAsync ? $"{call}.AsTask().GetAwaiter().GetResult().ToString()" : $"{call}.ToString()";
        if (@event.Kind is EventKind.After or EventKind.Timeout)
        {
            source.Append($"case \"Raise{e}\": return {Wait($"m.Elapsed{suffix}(new BoxTimerToken((BoxTimer)v[0], v[1]))")};\n");
            return;
        }

        var parameters = @event.Kind == EventKind.Call ? machine.Calls[@event.Subject].Parameters : protocol.Messages[@event.Subject].Parameters;
        string Value(Parameter parameter, int i) => parameter.Tag >= 0 ? $"(P.{protocol.Tags[parameter.Tag].TypeName})v[{i}]" : $"v[{i}]";
        var values = string.Join(", ", parameters.Select(Value));
        var name = @event.Kind == EventKind.Call ? machine.Calls[@event.Subject].MethodName : "Receive";
        var arguments = @event.Kind == EventKind.Call ? values : $"new P.{protocol.Messages[@event.Subject].TypeName}({values})";
        source.Append($"case \"Raise{e}\": return {Wait($"m.{name}{suffix}({arguments})")};\n");
        source.Append($"case \"Try{e}\": return {Wait($"m.Try{name}{suffix}({arguments})")};\n");
        if (@event.Kind == EventKind.Call)
        {
            var tags = string.Join(", ", parameters.Select((parameter, i) => (parameter, i)).Where(pair => pair.parameter.Tag >= 0).Select(pair => Value(pair.parameter, pair.i)));
            source.Append($"case \"Can{e}\": return m.Can{name}{(tags.Length == 0 ? "" : $"({tags})")}.ToString();\n");
        }
    }
}
