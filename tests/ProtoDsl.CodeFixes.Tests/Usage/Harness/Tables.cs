namespace ProtoDsl.CodeFixes.Tests.Usage.Harness;

/// <summary>The tables that the tests of the repairs use.</summary>
internal static class Tables
{
    /// <summary>No effects. One event leads from Closed to where Lock is legal.</summary>
    public const string Door = """
        namespace Acme

        call Open, Close, Lock, Unlock, Knock

        machine Door

        initial state Closed
            Open   -> Opened
            ignore Knock

        state Opened
            Close  -> Closed
            Lock   -> Locked

        state Locked
            Unlock -> Opened
            ignore Knock
        """;

    /// <summary>The same, asynchronous.</summary>
    public static readonly string AsyncDoor = Door.Replace("machine Door", "async machine Door");

    /// <summary>The same, moved by others.</summary>
    public static readonly string SharedDoor = Door.Replace("machine Door", "synchronized machine Door");

    /// <summary>Messages; no event of ours leads to where Bye is expected.</summary>
    public const string Greeter = """
        namespace Acme

        protocol Greeting

        message HELLO, BYE

        machine Greeter

        initial state Idle
            ?HELLO -> Met

        state Met
            ?BYE   -> Left

        state Left
            ignore ?BYE
        """;
}
