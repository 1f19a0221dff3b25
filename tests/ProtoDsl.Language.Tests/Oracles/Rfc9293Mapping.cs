namespace ProtoDsl.Language.Tests.Oracles;

/// <summary>How a row of <c>rfc9293_table.tsv</c> is said in the words of <c>Tcp.transitions</c>.</summary>
internal static class Rfc9293Mapping
{
    /// <summary>The alternatives that all stand for the RFC's event; each is what the machine is told, one after the other: a segment that
    /// carries FIN and acknowledges is two messages. Empty: the table does not speak of it.</summary>
    internal static IReadOnlyList<string[]> Stimuli(string state, string rfcEvent) => (state, rfcEvent) switch
    {
        (_, "OPEN passive") => [["Listen"]],
        (_, "OPEN active") => [["Connect"]],
        (_, "SEND") => [["Send"]],
        (_, "CLOSE") => [["Close"]],
        (_, "ABORT") => [["Abort"]],
        (_, "USER TIMEOUT") => [["after UserTimeout"]],
        (_, "TIME-WAIT TIMEOUT") => [["after TimeWait"]],
        (_, "rcv RST" or "rcv RST (any)" or "rcv RST, ACK acceptable") => [["?RST"]],
        ("CLOSED", "rcv non-RST, ACK off") => [["?SYN"]],
        ("CLOSED", "rcv non-RST, ACK on") => [["?SYN_ACK"], ["?ACK(SYN)"], ["?ACK(FIN)"], ["?DATA"], ["?FIN"]],
        ("LISTEN", "rcv ACK-bearing") => [["?SYN_ACK"], ["?ACK(SYN)"], ["?ACK(FIN)"], ["?DATA"], ["?FIN"]],
        ("LISTEN", "rcv SYN") => [["?SYN"]],
        ("SYN-SENT", "rcv SYN,ACK (acks our SYN)") => [["?SYN_ACK"]],
        ("SYN-SENT", "rcv SYN (no ACK)") => [["?SYN"]],
        ("SYN-SENT", "rcv other (neither SYN nor RST)") => [["?ACK(SYN)"], ["?ACK(FIN)"], ["?DATA"]],
        ("SYN-SENT", "rcv FIN (not otherwise handled)") => [["?FIN"]],
        ("SYN-RECEIVED", "rcv ACK of SYN (SND.UNA < SEG.ACK =< SND.NXT)") => [["?ACK(SYN)"], ["?SYN_ACK"]],
        ("SYN-RECEIVED", "rcv FIN") => [["?ACK(SYN)", "?FIN"]],
        ("FIN-WAIT-1", "rcv FIN + ACK of FIN") => [["?ACK(FIN)", "?FIN"]],
        (_, "rcv FIN" or "rcv FIN, our FIN not acked") => [["?FIN"]],
        (_, "rcv ACK of FIN") => [["?ACK(FIN)"]],
        (_, "rcv ACK (not of FIN)") => [["?ACK(SYN)"]],
        (_, "rcv data") => [["?DATA"]],
        (_, "rcv SYN in window") => [["?SYN"]],
        _ => [],
    };

    /// <summary>What the RFC's condition says of the table's guards; a guard that it leaves open is not named.</summary>
    internal static IReadOnlyDictionary<string, bool>? Guards(string condition) => condition switch
    {
        "" or "'ok' acceptable too, no 2nd FIN" or "(text: 'If the remote socket was not specified')" => new Dictionary<string, bool>(),
        "remote socket specified" => new Dictionary<string, bool> { ["remoteKnown"] = true },
        "remote socket unspecified" => new Dictionary<string, bool> { ["remoteKnown"] = false },
        "no SENDs issued, no pending data" => new Dictionary<string, bool> { ["nothingQueued"] = true },
        "SENDs pending" => new Dictionary<string, bool> { ["nothingQueued"] = false },
        "passive OPEN" => new Dictionary<string, bool> { ["passiveOpen"] = true },
        "active OPEN" => new Dictionary<string, bool> { ["passiveOpen"] = false },
        "active OPEN, 5961" => new Dictionary<string, bool> { ["passiveOpen"] = false },
        "5961" or "793" => new Dictionary<string, bool>(),
        _ => null,
    };

    /// <summary><c>SYN-RECEIVED</c> is <c>SYN_RCVD</c>, as the table calls it.</summary>
    internal static string TableState(string rfcState) => rfcState == "SYN-RECEIVED" ? "SYN_RCVD" : rfcState.Replace('-', '_');

    internal static string RfcState(string tableState) => tableState == "SYN_RCVD" ? "SYN-RECEIVED" : tableState.Replace('_', '-');

    /// <summary>The outcome that the RFC's row describes: <c>SYN-SENT / SYN</c>, or the error that the user gets.</summary>
    internal static string Outcome(string state, string action, string next, string error)
    {
        if (error.StartsWith("error: ", StringComparison.Ordinal) && next == state)
        {
            return error;
        }

        // 'snd SYN,ACK', 'snd data+ACK', 'snd FIN (after queued SENDs)', 'snd RST,ACK <SEQ=0>...'
        var sent = action.Split(';', StringSplitOptions.TrimEntries)
            .Select(part => part.LastIndexOf("snd ", StringComparison.Ordinal) is var at and >= 0 ? part[(at + 4)..].Split(' ')[0] : "")
            .Where(segment => segment.Length > 0)
            .Select(segment => segment switch { "SYN,ACK" => "SYN_ACK", "RST,ACK" => "RST", "data+ACK" => "DATA", _ => segment });
        return Describe(next, sent);
    }

    internal static string Describe(string state, IEnumerable<string> sent) =>
        string.Join(", ", sent) is { Length: > 0 } list ? $"{state} / {list}" : state;
}
