using System.Text;

namespace ProtoDsl.Package.Tests.Consumers;

/// <summary>The tables and programs that the consumers are made of.</summary>
internal static class Tables
{
    /// <summary>The smallest machine that can be used wrongly.</summary>
    public const string Door = """
        /// A door with a lock.
        public machine Door

        call Open, Close, Lock, Unlock

        initial state Closed
            Open   -> Opened
            Lock   -> Locked

        state Opened
            Close  -> Closed
            forbid Lock "close it first"

        state Locked
            Unlock -> Closed

        """;

    /// <summary>A table with a warning: a call that no row names.</summary>
    public const string Doubtful = "call Knock\n" + Door;

    /// <summary>The id of that warning.</summary>
    public const string DoubtfulId = "PDSL1090";

    /// <summary>A machine with messages, payload, timer and effects.</summary>
    public const string Timed = """
        namespace Timed
        using System.Collections.Generic
        message PING(IReadOnlyList<byte> payload, byte[] rest), PONG
        synchronized machine Prober
        call Start
        timer Answer = 2s

        initial state Idle
            Start        / !PING             -> Waiting
        state Waiting
            ?PONG                            -> Idle
            after Answer / !PING, noteLoss   -> same

        """;

    /// <summary>Uses it rightly, and prints where it leads.</summary>
    public const string Program = """
        using System;

        var door = new Door();
        Console.WriteLine(door.Open());
        Console.WriteLine(door.TryLock());
        door.Close();
        Console.WriteLine(door.Lock());

        """;

    public const string ProgramOutput = "Opened\nFalse\nLocked";

    /// <summary>The same table in another namespace.</summary>
    public static string DoorIn(string @namespace) => $"namespace {@namespace}\n{Door}";

    /// <summary>With a byte order mark, as editors on Windows save it.</summary>
    public static byte[] WithByteOrderMark(string text) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];

    /// <summary>With the line ends of Windows.</summary>
    public static string WithCrLf(string text) => text.Replace("\n", "\r\n");

    /// <summary>A million bytes without meaning, the same on each run.</summary>
    public static byte[] RandomBytes()
    {
        var bytes = new byte[1_000_000];
        new Random(20).NextBytes(bytes);
        return bytes;
    }
}
