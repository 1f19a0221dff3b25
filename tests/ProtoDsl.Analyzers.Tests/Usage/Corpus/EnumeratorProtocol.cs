using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.Corpus;

/// <summary>What an enumerator's user must keep to, as the relation of a machine <c>Probe</c>, right and wrong.</summary>
internal static class EnumeratorProtocol
{
    private const string Opening = """
        protodsl 1
        machine Probe Enumeration disposable
        state Before BEFORE initial
        state Moved MOVED
        state Disposed DISPOSED
        event call MoveNext MoveNext
        event call Current Current
        event call Reset Reset
        event call Dispose Dispose
        case 2 0-1 go 0 - -
        case 3 0-2 go 2 - -

        """;

    /// <summary>There is no current element before the first move, and nothing after disposal.</summary>
    public const string Right = Opening + """
        case 0 0-1 go 1 - -
        case 1 1 stay - - -
        """;

    /// <summary>The same, told by what <c>MoveNext</c> returns: there is an element only where it said so.</summary>
    public const string RightByResult = Opening + """
        case 0 0-1 go 1 g -
        case 1 1 stay - - -
        """;

    /// <summary>Wrong: an element only before the first move.</summary>
    public const string CurrentComesFirst = Opening + """
        case 0 0-1 go 1 - -
        case 1 0 stay - - -
        """;

    /// <summary>Wrong: one move and no more.</summary>
    public const string MovesOnce = Opening + """
        case 0 0 go 1 - -
        case 1 1 stay - - -
        """;

    /// <summary>The machine as C#, and what the rewritten code calls. The calls have no bodies: nothing can be known of what they do.</summary>
    public static string Source(string relation) => MachineSource.Header + MachineSource.Of(relation) + """
        public static class ProbeCode
        {
            /// <summary>Any value of a type.</summary>
            public static extern T Value<T>(ProbeState state);
            /// <summary>Either outcome.</summary>
            public static extern bool Outcome(ProbeState state);
            /// <summary>An enumerator that came from elsewhere.</summary>
            public static extern Probe Unknown(object? value);
            /// <summary>An enumerator that goes elsewhere.</summary>
            public static extern T Escape<T>(Probe? value);
        }
        """;
}
