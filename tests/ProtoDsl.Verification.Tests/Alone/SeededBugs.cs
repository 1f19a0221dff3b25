namespace ProtoDsl.Verification.Tests.Alone;

/// <summary>A mistake in a table that has none, and where it must be found.</summary>
/// <param name="Table">The sample.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Find">Lines of the table, as they stand there.</param>
/// <param name="Replace">What they become.</param>
/// <param name="Id">The one finding.</param>
/// <param name="Line">The line at which it stands, as far as it takes to tell it from others.</param>
/// <param name="Says">What its message says, among others.</param>
internal sealed record SeededBug(string Table, string Kind, string Find, string Replace, string Id, string Line, string Says)
{
    /// <summary>Edits that belong to the same mistake.</summary>
    public IReadOnlyList<(string Find, string Replace)> Also { get; init; } = [];

    public override string ToString() => $"{Table}: {Kind}";
}

/// <summary>Each kind of mistake in each of four tables.</summary>
internal static class SeededBugs
{
    public static IReadOnlyList<SeededBug> All { get; } = [.. Tcp(), .. Ppp(), .. Http2(), .. Smtp()];

    private static IEnumerable<SeededBug> Tcp()
    {
        yield return new("Tcp", "RFC 793's erratum: CLOSE in CLOSE-WAIT leads to CLOSING",
            "/ !FIN                    -> LAST_ACK", "/ !FIN -> CLOSING",
            "PDSL1101", "state LAST_ACK", "No row leads to 'LAST_ACK', so that the machine is never in it; 'CLOSING', which waits for the same events, is entered from 'FIN_WAIT_1' in line 79 and from 'CLOSE_WAIT' in line 91: was one of these rows meant to lead here?");
        yield return new("Tcp", "guards that overlap",
            "    ?RST [else]                 / refused                 -> CLOSED", "    ?RST [refusing] / refused -> CLOSED\n    ?RST [else] / refused -> CLOSED",
            "PDSL1048", "    ?RST [refusing]", "which is tried first because it stands first");
        yield return new("Tcp", "no way out",
            "    ?ACK(FIN)                                             -> TIME_WAIT\n\nstate LAST_ACK = 10\n", "    ?ACK(FIN) -> STUCK\n    ?SYN -> TIME_WAIT\n\nstate STUCK = 12\n    ?ACK(FIN) / note\n\nstate LAST_ACK = 10\n",
            "PDSL1102", "state STUCK", "No row leads out of 'STUCK', which is not final");
        yield return new("Tcp", "a circle without a way out",
            "    ?ACK(FIN)                                             -> TIME_WAIT\n\nstate LAST_ACK = 10\n", "    ?ACK(FIN) -> PING\n    ?SYN -> TIME_WAIT\n\nstate PING = 12\n    ?DATA -> PONG\nstate PONG = 13\n    ?DATA -> PING\n\nstate LAST_ACK = 10\n",
            "PDSL1103", "state PING", "From 'PING', 'PONG' no row leads to a final state ('CLOSED')");
        yield return new("Tcp", "a shared row that all its states hide",
            "in Ending\n", "in FIN_WAIT_1, FIN_WAIT_2\n    ?DATA / deliver\n\nin Ending\n",
            "PDSL1104", "    ?DATA / deliver", "lines 80, 85 always take '?DATA' first");
        yield return new("Tcp", "a timer that another one forestalls",
            "    ?ACK(FIN)                                             -> TIME_WAIT\n\nstate LAST_ACK", "    ?ACK(FIN) -> TIME_WAIT\n    after Linger -> CLOSED\n\nstate LAST_ACK",
            "PDSL1105", "    after Linger", "'Linger' never runs out in 'CLOSING': 'UserTimeout' starts with it, is shorter, and always leaves the state")
        {
            Also = [("timer UserTimeout = 5min", "timer UserTimeout = 5min\ntimer Linger = 1h")],
        };
        yield return new("Tcp", "an expiry without [else]",
            "    after UserTimeout [else]                              -> CLOSE_WAIT    // nothing is outstanding: wait anew\n", "",
            "PDSL1106", "    after UserTimeout [unacknowledged] / timedOut         -> CLOSED\n\nstate CLOSING", "'UserTimeout' has run out in 'CLOSE_WAIT' and nothing comes of it; write 'after UserTimeout [else]'");
        yield return new("Tcp", "a message without [else]",
            "    ?RST [else]                 / refused                 -> CLOSED\n", "",
            "PDSL1108", "    ?RST [passiveOpen]", "'?RST' is an unexpected message; write '?RST [else]'");
        yield return new("Tcp", "three-segment close, behind a guard",
            "    ?FIN                        / !ACK(FIN), endOfStream  -> CLOSE_WAIT\n", "    ?FIN [nothingQueued] / !ACK(FIN), !FIN, endOfStream -> LAST_ACK\n    ?FIN [else] / !ACK(FIN), endOfStream -> CLOSE_WAIT\n",
            "PDSL1110", "    ?FIN [nothingQueued]", "'?FIN' leads from 'ESTABLISHED', where 'Send' is legal, to 'LAST_ACK', where it is not, and the 'keep' of line 27 does not allow that: what the user has still to send would be lost");
        yield return new("Tcp", "half-close is lost",
            "    ?DATA                       / deliver                 -> FIN_WAIT_2    // re-entry: UserTimeout waits anew\n", "",
            "PDSL1110", "    ?ACK(FIN)                                             -> FIN_WAIT_2", "what the peer still sends would be lost");
        yield return new("Tcp", "keep of what is nowhere legal",
            "keep ?DATA in Synchronized until", "keep ?RST in LISTEN until Close\nkeep ?DATA in Synchronized until",
            "PDSL1111", "keep ?RST", "'?RST' is legal in none of these states");
        yield return new("Tcp", "[else] without a partner",
            "    Close [nothingQueued]       / !FIN                    -> FIN_WAIT_1\n", "",
            "PDSL1047", "    Close [else]", "[else] needs a guarded row of 'Close'");
        yield return new("Tcp", "two sections for one event",
            "in Ending\n", "in CLOSING\n    ?RST -> CLOSED\n\nin Ending\n",
            "PDSL1045", "    ?RST | Abort", "'CLOSING' is given '?RST' by this 'in' section and by that of line");
        yield return new("Tcp", "a state without its stable code",
            "state CLOSING = 9", "state CLOSING", "PDSL1023", "state CLOSING", "'CLOSING = 12' is free");
        yield return new("Tcp", "a declaration that nothing names",
            "call Abort\n", "call Abort, Status\n", "PDSL1090", "call Abort, Status", "No row names the call 'Status'");
        yield return new("Tcp", "a name repeated in a set",
            "in ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT\n", "in ESTABLISHED, FIN_WAIT_1, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT\n",
            "PDSL1026", "in ESTABLISHED, FIN_WAIT_1, FIN_WAIT_1", "'FIN_WAIT_1' is already named in this set");
    }

    private static IEnumerable<SeededBug> Ppp()
    {
        yield return new("Ppp", "a wrong target",
            "    ?ConfAck                / initCounter                            -> AckRcvd\n", "    ?ConfAck / initCounter -> AckSent\n",
            "PDSL1101", "state AckRcvd", "No row leads to 'AckRcvd'");
        yield return new("Ppp", "guards that overlap",
            "    ?ConfReq [else]         / !ConfNak                               -> ReqSent\n", "    ?ConfReq [late] / !ConfNak -> ReqSent\n    ?ConfReq [else] / !ConfNak -> ReqSent\n",
            "PDSL1048", "    ?ConfReq [late]", "may fit both this row and that of line");
        yield return new("Ppp", "no way out",
            "    ?Echo                 / !EchoReply\n", "    ?Echo / !EchoReply -> Echoing\n\nstate Echoing\n    entry stop Restart\n    ?Echo / !EchoReply\n",
            "PDSL1102", "state Echoing", "No row leads out of 'Echoing', which is not final");
        yield return new("Ppp", "a circle without a way out",
            "    ?Echo                 / !EchoReply\n", "    ?Echo / !EchoReply -> Echoing\n\nstate Echoing\n    entry stop Restart\n    Up -> Waiting\nstate Waiting\n    Down -> Echoing\n",
            "PDSL1103", "state Echoing", "From 'Echoing', 'Waiting' no row leads to a final state ('Initial')");
        yield return new("Ppp", "a shared row that its state hides",
            "in Opened\n    Down ", "in Opened\n    ?TermReq -> Stopping\n    Down ",
            "PDSL1104", "    ?TermReq -> Stopping", "line 92 always takes '?TermReq' first");
        yield return new("Ppp", "a timer that is stopped where it is waited for",
            "state Closed\n    entry stop Restart\n", "state Closed\n    entry stop Restart\n    timeout Restart / layerFinished -> Initial\n",
            "PDSL1105", "    timeout Restart / layerFinished", "'Restart' is never running in 'Closed'");
        yield return new("Ppp", "an expiry without its other half",
            "    timeout Restart [!tries] / layerFinished                          -> Stopped\n", "",
            "PDSL1106", "    timeout Restart [tries] / !ConfReq, restart Restart\n\nstate AckRcvd", "'Restart' has run out in 'ReqSent', 'AckRcvd', 'AckSent' and nothing comes of it");
        yield return new("Ppp", "a timer that runs on",
            "state Stopped\n    entry stop Restart\n", "state Stopped\n",
            "PDSL1107", "    ?TermAck                / layerFinished             -> Stopped", "'Restart' may run out in 'Stopped', where no row takes it; write 'stop Restart' on the way there");
        yield return new("Ppp", "a message without its other half",
            "    ignore ?CodeRej [permitted]\n", "",
            "PDSL1108", "    ?CodeRej [!permitted]   / layerFinished             -> Closed", "'?CodeRej' is an unexpected message");
        yield return new("Ppp", "a link that is lost",
            "group LowerUp ", "keep ?Echo until Down | Close | ?ConfReq | ?ConfAck | ?ConfNak | ?TermReq | ?TermAck \"the peer measures the link\"\ngroup LowerUp ",
            "PDSL1110", "    ?CodeRej [!permitted] / initCounter, !TermReq", "'?CodeRej' leads from 'Opened', where '?Echo' is legal, to 'Stopping'");
        yield return new("Ppp", "[else] without a partner",
            "    timeout Restart [tries] / !TermReq, restart Restart\n    timeout Restart [else]  / layerFinished             -> Closed\n", "    timeout Restart [else] / layerFinished -> Closed\n",
            "PDSL1047", "    timeout Restart [else] / layerFinished -> Closed", "[else] needs a guarded row of 'timeout Restart'");
        yield return new("Ppp", "two sections for one event",
            "    ignore Open | ?TermAck\n", "    ignore Open | ?TermAck | ?Unknown\n",
            "PDSL1045", "    ?Unknown / !CodeRej(code)", "is given '?Unknown' by this 'in' section");
        yield return new("Ppp", "a stable code for one state only",
            "state Starting\n", "state Starting = 1\n", "PDSL1023", "initial final state Initial", "give every state one, or none");
        yield return new("Ppp", "a declaration that nothing names",
            "timer Restart = 3s ", "timer Hold = 1s\ntimer Restart = 3s ", "PDSL1090", "timer Hold", "Nothing names the timer 'Hold'");
        yield return new("Ppp", "a name repeated in a group",
            "group Negotiating = ReqSent, AckRcvd, AckSent\n", "group Negotiating = ReqSent, AckRcvd, AckSent, ReqSent\n",
            "PDSL1026", "group Negotiating", "'ReqSent' is already named in this set");
    }

    private static IEnumerable<SeededBug> Http2()
    {
        yield return new("Http2", "a wrong target",
            "/ !PUSH_PROMISE           -> ReservedLocal", "/ !PUSH_PROMISE           -> Open",
            "PDSL1101", "state ReservedLocal", "No row leads to 'ReservedLocal', so that the machine is never in it; write '-> ReservedLocal' in the row that enters it")
        {
            Also = [("  from ReservedLocal\n", "\n")],
        };
        yield return new("Http2", "guards that overlap",
            "    ?WINDOW_UPDATE        / addCredit\n    Credit                / !WINDOW_UPDATE(increment)\n    ignore ?PRIORITY\n\nin any",
            "    ?WINDOW_UPDATE [fits] / addCredit\n    ?WINDOW_UPDATE [large] / flowError -> Closed\n    ?WINDOW_UPDATE [else] / note\n    Credit                / !WINDOW_UPDATE(increment)\n    ignore ?PRIORITY\n\nin any",
            "PDSL1048", "    ?WINDOW_UPDATE [large]", "may fit both this row and that of line");
        yield return new("Http2", "no way out",
            "in any except Idle, Closed\n    Reset", "in any except Idle, Closed, HalfClosedLocal\n    Reset",
            "PDSL1102", "state HalfClosedLocal", "No row leads out of 'HalfClosedLocal', which is not final")
        {
            Also =
            [
                ("    ?DATA(ES)             / onData                  -> Closed\n    ?HEADERS(ES)          / onHeaders               -> Closed\n    forbid", "    ?DATA(ES) / onData\n    ?HEADERS(ES) / onHeaders\n    forbid"),
            ],
        };
        yield return new("Http2", "a shared row that its states hide",
            "in MaySend\n", "in HalfClosedRemote, HalfClosedLocal\n    ?HEADERS(ES) / onHeaders -> Closed\n\nin MaySend\n",
            "PDSL1104", "    ?HEADERS(ES) / onHeaders -> Closed", "always take '?HEADERS(ES)' first");
        yield return new("Http2", "values that are all taken already",
            "    ?DATA(More)           / onData\n", "    ?DATA(More)           / onData\n    ?DATA                 / streamError -> Closed\n",
            "PDSL1104", "    ?DATA                 / streamError -> Closed", "always take '?DATA' first");
        yield return new("Http2", "a message without [else]",
            "    ?RST_STREAM           / onReset                 -> Closed\n", "    ?RST_STREAM [known]   / onReset                 -> Closed\n",
            "PDSL1108", "    ?RST_STREAM [known]", "'?RST_STREAM' is an unexpected message");
        yield return new("Http2", "what is received too late",
            "internal machine Http2Stream\n", "internal machine Http2Stream\n\nkeep ?DATA until ?DATA | ?HEADERS | SendData | SendHeaders | Reset\n",
            "PDSL1110", "    ?RST_STREAM ", "'?RST_STREAM' leads from 'Open', where '?DATA' is legal, to 'Closed'");
        yield return new("Http2", "two sections for one event",
            "in MayRecv\n", "in HalfClosedLocal\n    Reset -> Closed\n\nin MayRecv\n",
            "PDSL1045", "    Reset                 / !RST_STREAM(code)", "'HalfClosedLocal' is given 'Reset' by this 'in' section");
        yield return new("Http2", "a declaration that nothing names",
            "call Promise(HeaderBlock block), ", "call Push(int id), Promise(HeaderBlock block), ", "PDSL1090", "call Push(int id)", "No row names the call 'Push'");
        yield return new("Http2", "a name repeated in a set",
            "in any except Idle, Closed\n", "in any except Idle, Closed, Closed\n", "PDSL1026", "in any except Idle, Closed, Closed", "'Closed' is already named in this set");
    }

    private static IEnumerable<SeededBug> Smtp()
    {
        yield return new("Smtp", "a wrong target",
            "    ?DATA                 / !Reply(StartMailInput)                -> Receiving\n", "    ?DATA / !Reply(StartMailInput) -> HasRecipient\n",
            "PDSL1101", "state Receiving", "No row leads to 'Receiving'");
        yield return new("Smtp", "guards that overlap",
            "    ?BODY [else]          / !Reply(TransactionFailed)             -> Ready\n", "    ?BODY [tooLarge] / !Reply(TransactionFailed) -> Ready\n    ?BODY [else] / !Reply(TransactionFailed) -> Ready\n",
            "PDSL1048", "    ?BODY [tooLarge]", "may fit both this row and that of line");
        yield return new("Smtp", "no way out",
            "    ?QUIT                 / !Reply(ServiceClosingTransmissionChannel) -> Closed\n    ?*                    / !Reply(BadCommandSequence), restart Idle\n    timeout Idle                                                      -> Closed\n",
            "    ?*                    / !Reply(BadCommandSequence), restart Idle\n    ignore timeout Idle\n",
            "PDSL1102", "state Rejected", "No row leads out of 'Rejected', which is not final");
        yield return new("Smtp", "a shared row that its states hide",
            "    ?NOOP | ?VRFY         / !Reply(Ok), restart Idle\n", "    ?NOOP | ?VRFY         / !Reply(Ok), restart Idle\nin HasSender, HasRecipient\n    ?RCPT / !Reply(Ok)\nin Session\n",
            "PDSL1104", "    ?RCPT / !Reply(Ok)", "always take '?RCPT' first");
        yield return new("Smtp", "a timer that nothing starts",
            "message Reply(", "timer Greet = 30s\nmessage Reply(",
            "PDSL1105", "    timeout Greet", "Nothing starts 'Greet', so that it never runs out; write 'start Greet' where the waiting begins")
        {
            Also = [("state Greeting\n    entry restart Idle\n", "state Greeting\n    entry restart Idle\n    timeout Greet -> Closed\n")],
        };
        yield return new("Smtp", "an expiry without [else]",
            "    timeout Idle          / !Reply(ServiceNotAvailable)           -> Closed\n", "    timeout Idle [patient] / !Reply(ServiceNotAvailable) -> Closed\n",
            "PDSL1106", "    timeout Idle [patient]", "'Idle' has run out in 'Greeting', 'Ready', 'HasSender', … and nothing comes of it");
        yield return new("Smtp", "a timer that runs on",
            "in Session, Receiving\n    timeout Idle ", "in Receiving\n    Shutdown / !Reply(ServiceNotAvailable) -> Closed\nin Session\n    timeout Idle ",
            "PDSL1107", "    ?DATA                 / !Reply(StartMailInput)", "'Idle' may run out in 'Receiving', where no row takes it");
        yield return new("Smtp", "a message without [else]",
            "    ?BODY [else]          / !Reply(TransactionFailed)             -> Ready\n", "",
            "PDSL1108", "    ?BODY [stored]", "'?BODY' is an unexpected message");
        yield return new("Smtp", "an order that is lost",
            "group Session ", "keep Shutdown until Shutdown | after * \"the operator wants it closed\"\ngroup Session ",
            "PDSL1110", "    ?QUIT                 / !Reply(ServiceClosingTransmissionChannel) -> Closed\n    ?*                    / !Reply(BadCommandSequence), restart Idle\n\nin Session, Receiving",
            "'?QUIT' leads from 'Greeting', where 'Shutdown' is legal, to 'Closed', where it is not, and the 'keep' of line 20 does not allow that: the operator wants it closed");
        yield return new("Smtp", "[else] without a partner",
            "    ?MAIL [senderOk]      / !Reply(Ok)                            -> HasSender\n", "", "PDSL1047", "    ?MAIL [else]", "[else] needs a guarded row of '?MAIL'");
        yield return new("Smtp", "two sections for one event",
            "    ?NOOP | ?VRFY         / !Reply(Ok), restart Idle\n", "    ?NOOP | ?VRFY | ?RSET / !Reply(Ok), restart Idle\n",
            "PDSL1045", "    ?NOOP | ?VRFY | ?RSET", "'Ready' is given '?RSET' by this 'in' section");
        yield return new("Smtp", "a declaration that nothing names",
            "call Accept, ", "call Expand, Accept, ", "PDSL1090", "call Expand", "No row names the call 'Expand'");
        yield return new("Smtp", "a name repeated in a set",
            "in Ready, HasSender, HasRecipient\n", "in Ready, HasSender, HasRecipient, HasSender\n", "PDSL1026", "in Ready, HasSender, HasRecipient, HasSender", "'HasSender' is already named in this set");
    }
}
