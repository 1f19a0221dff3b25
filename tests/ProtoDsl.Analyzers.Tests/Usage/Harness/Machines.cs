namespace ProtoDsl.Analyzers.Tests.Usage.Harness;

/// <summary>The machines that the tests use, as relations. Small, and each with one thing that the others lack.</summary>
internal static class Machines
{
    /// <summary>A connection: effects that may throw, reasons, a guard, a tag, a timer.</summary>
    public const string Conn = """
        protodsl 1
        machine Conn Tcp
        state Closed CLOSED initial final
        state Listening LISTEN
        state SynSent SYN_SENT
        state Established ESTABLISHED
        state FinWait1 FIN_WAIT_1
        state FinWait2 FIN_WAIT_2
        event call Listen Listen
        event call Connect Connect
        event call Send Send
        event call Close Close
        event call Abort Abort
        event receive SynAck ?SYN_ACK
        event receive Ack ?ACK of
        event receive Fin ?FIN
        event after TimeWait after_TimeWait
        case 0 0 go 1 - -
        case 1 0 go 2 t -
        case 2 0 forbid - - - connection does not exist
        case 2 1 go 2 gt -
        case 2 1 forbid - - - remote socket unspecified
        case 2 3 stay - t -
        case 2 4-5 forbid - - - our FIN is already sent
        case 3 1-2 go 0 - -
        case 3 3 go 4 t -
        case 4 1-5 go 0 - -
        case 5 2 go 3 t -
        case 6 4 go 5 - Fin
        case 6 4 ignore - - Syn
        case 7 3 stay - - -
        case 7 5 go 0 t -
        case 8 5 go 0 - -
        """;

    /// <summary>No effects, nothing that throws, an opaque guard.</summary>
    public const string Door = """
        protodsl 1
        machine Door Door
        state Closed Closed initial
        state Open Open
        state Locked Locked
        event call Open Open
        event call Close Close
        event call Lock Lock
        event call Unlock Unlock
        event call Break Break
        case 0 0 go 1 - -
        case 1 1 go 0 - -
        case 1 0 ignore - - -
        case 2 0 go 2 - -
        case 3 2 go 0 g -
        case 4 2 go 1 g -
        case 4 2 stay - - -
        """;

    /// <summary>Asynchronous.</summary>
    public const string AsyncDoor = """
        protodsl 1
        machine AsyncDoor Door async
        state Closed Closed initial
        state Open Open
        event call Open Open
        event call Close Close
        event receive Push ?PUSH
        case 0 0 go 1 t -
        case 1 1 go 0 t -
        case 2 0 go 1 - -
        """;

    /// <summary>Others tell it of messages and timers at any time.</summary>
    public const string SharedConn = """
        protodsl 1
        machine SharedConn Tcp synchronized
        state Closed CLOSED initial
        state SynSent SYN_SENT
        state Established ESTABLISHED
        state Broken BROKEN
        event call Connect Connect
        event call Send Send
        event call Reset Reset
        event receive SynAck ?SYN_ACK
        event timeout Give timeout_Give
        case 0 0 go 1 - -
        case 1 2 stay - - -
        case 2 3 go 0 - -
        case 3 1 go 2 - -
        case 4 1-2 go 3 - -
        """;

    /// <summary>Disposable, and a message may wait.</summary>
    public const string Scope = """
        protodsl 1
        machine Scope Scope disposable
        state Idle IDLE initial
        state Busy BUSY
        state Done DONE final
        event call Start Start
        event call Stop Stop
        event call Dispose Dispose
        event receive Poke ?POKE
        case 0 0 go 1 - -
        case 1 1 go 0 - -
        case 2 0-1 go 2 t -
        case 2 2 ignore - - -
        case 3 1 defer - t -
        case 3 0 go 2 - -
        """;

    /// <summary>Is to be finished, and is not so from the beginning.</summary>
    public const string Session = """
        protodsl 1
        machine Session Session
        state Idle IDLE initial
        state Live LIVE
        state Ended ENDED final
        event call Start Start
        event call End End
        case 0 0 go 1 - -
        case 1 0-1 go 2 - -
        """;

    /// <summary>Is to be finished, and others may do so.</summary>
    public const string SharedSession = """
        protodsl 1
        machine SharedSession Session synchronized
        state Idle IDLE initial final
        state Live LIVE
        state Lost LOST
        event call Start Start
        event call Lose Lose
        event call Reset Reset
        event timeout Idle timeout_Idle
        case 0 0 go 1 - -
        case 1 1 go 2 - -
        case 2 2 go 0 - -
        case 3 1 go 0 - -
        """;

    /// <summary>Is to be finished, and is asynchronous.</summary>
    public static readonly string AsyncSession = Session.Replace("machine Session Session", "machine AsyncSession Session async");

    /// <summary>Calls with a tag.</summary>
    public const string Stream = """
        protodsl 1
        machine Stream Http2
        state Open OPEN initial
        state HalfClosed HALF_CLOSED
        event call SendData SendData end
        event receive Data ?DATA *end
        case 0 0 go 1 - Es
        case 0 0 stay - - More
        case 0 1 forbid - - - END_STREAM is already sent
        case 1 0 go 1 - Es
        """;

    /// <summary>Entry effects may throw in the target.</summary>
    public const string Entry = """
        protodsl 1
        machine Entry Entry
        state A A initial
        state B B
        event call Go Go
        event call Back Back
        case 0 0 go 1 x -
        case 1 1 go 0 - -
        """;

    /// <summary>100 states in a row.</summary>
    public static readonly string Long = string.Join(
        "\n",
        [
            "protodsl 1",
            "machine Long Long",
            .. Enumerable.Range(0, 100).Select(state => $"state S{state} S{state}" + (state == 0 ? " initial" : "")),
            "event call Next Next",
            "event call First First",
            .. Enumerable.Range(0, 99).Select(state => $"case 0 {state} go {state + 1} - -"),
            "case 1 0 stay - - -",
        ]);

    /// <summary>All of them as C#.</summary>
    public static readonly string Source = MachineSource.Header
        + string.Concat(new[] { Conn, Door, AsyncDoor, SharedConn, Scope, Session, SharedSession, AsyncSession, Stream, Entry, Long }.Select(relation => MachineSource.Of(relation)))
        + MachineSource.Of(Door.Replace("machine Door", "machine Generic"), "<TActions>")
        + MachineSource.Of(Door.Replace("machine Door", "machine Mine"))
        + MachineSource.Of(Entry.Replace("machine Entry", "machine Observed").Replace("go 1 x", "go 1 -"))
        + """
            partial class Mine { public void OpenTwice() { Open(); Lock(); } }
            partial class Observed { partial void OnTransition(int transition) => throw new Exception(); }
            """;
}
