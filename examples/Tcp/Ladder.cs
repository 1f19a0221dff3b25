using System.Text;

namespace Acme.Net;

/// <summary>Notes what happens at both ends and draws it as the figures of RFC 9293 do: states at the sides, segments between them.
/// <c>...</c> is a segment that is still on its way; in parentheses, above the state that it leads to, what the user or a timer did.</summary>
internal sealed class Ladder
{
    private readonly List<Entry> _entries = [];
    private readonly List<string> _notes = [];

    private enum What
    {
        Starts,
        Acts,
        Sends,
        Gets,
        Loses,
    }

    public void Starts(Side side, TcpConnectionState state) => _entries.Add(new(What.Starts, side, StateNames.Of(state), null, []));

    /// <summary>Forgets what led to here.</summary>
    public void Restart(TcpConnectionState a, TcpConnectionState b)
    {
        _entries.Clear();
        Starts(Side.A, a);
        Starts(Side.B, b);
    }

    public void Called(Side side, string call, TcpConnectionState state) => Add(What.Acts, side, state, null, $"({call})");

    public void Elapsed(Side side, string timer, TcpConnectionState state) => Add(What.Acts, side, state, null, $"({timer})");

    public void Sent(Side side, Segment segment, TcpConnectionState state) => Add(What.Sends, side, state, segment);

    public void Arrived(Side side, Segment segment, TcpConnectionState state, string? remark) =>
        Add(What.Gets, side, state, segment, remark is null ? [] : [$"({remark})"]);

    public void Lost(Segment segment, Side receiver) => _entries.Add(new(What.Loses, receiver, "", segment, []));

    /// <summary>What the user at that side is told; shown with the event that is running.</summary>
    public void Note(string text) => _notes.Add($"[{text}]");

    public override string ToString()
    {
        var text = new StringBuilder($"    {"TCP Peer A",-55}TCP Peer B\n");
        var number = 0;
        foreach (var row in Rows())
        {
            var lead = $"{++number}.";
            text.Append('\n');
            for (var i = 0; i < Math.Max(row.AboveLeft.Count, row.AboveRight.Count); i++, lead = "")
            {
                Append(text, $"{lead,-4}{row.AboveLeft.ElementAtOrDefault(i),-55}{row.AboveRight.ElementAtOrDefault(i)}");
            }

            Append(text, $"{lead,-4}{row.Left,-12} {row.LeftArrow,-3} {row.Text,-33} {row.RightArrow,-3} {row.Right}");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string line) => text.Append(line.TrimEnd()).Append('\n');

    private IEnumerable<Row> Rows()
    {
        // The first two entries are the states in which the ends begin.
        yield return new Row([], [], _entries[0].State, "", "", "", _entries[1].State);
        for (var i = 2; i < _entries.Count; i++)
        {
            var entry = _entries[i];
            var above = entry.Above;
            if (entry.What == What.Acts && i + 1 < _entries.Count && _entries[i + 1] is { What: What.Sends } next && next.Side == entry.Side)
            {
                // The call and the segment that it sends are one row.
                entry = next;
                i++;
            }

            var receipt = i + 1 < _entries.Count && entry.What == What.Sends && _entries[i + 1] is { What: What.Gets } after && ReferenceEquals(after.Segment, entry.Segment) ? after : null;
            if (receipt is not null)
            {
                i++;
            }

            yield return Draw(entry, receipt, above);
        }
    }

    private static Row Draw(Entry entry, Entry? receipt, IReadOnlyList<string> above)
    {
        var text = entry.Segment?.ToString() ?? "";
        var far = receipt is null ? "..." : "-->";
        IReadOnlyList<string> farAbove = receipt?.Above ?? [];
        return (entry.What, entry.Side) switch
        {
            (What.Acts, Side.A) => new(above, [], entry.State, "", "", "", ""),
            (What.Acts, Side.B) => new([], above, "", "", "", "", entry.State),
            (What.Sends, Side.A) => new(above, farAbove, entry.State, "-->", text, far, receipt?.State ?? ""),
            (What.Sends, Side.B) => new(farAbove, above, receipt?.State ?? "", far.Replace("-->", "<--"), text, "<--", entry.State),
            (What.Gets, Side.A) => new(above, [], entry.State, "<--", text, "...", ""),
            (What.Gets, Side.B) => new([], above, "", "...", text, "-->", entry.State),
            (What.Loses, Side.A) => new([], [], "(lost)", "", text, "...", ""),
            _ => new([], [], "", "...", text, "", "(lost)"),
        };
    }

    private void Add(What what, Side side, TcpConnectionState state, Segment? segment, params string[] above)
    {
        // A segment leaves after its event has run, so notes always belong to the event that is noted next.
        _entries.Add(new(what, side, StateNames.Of(state), segment, what == What.Sends ? above : [.. above, .. _notes]));
        if (what != What.Sends)
        {
            _notes.Clear();
        }
    }

    private sealed record Entry(What What, Side Side, string State, Segment? Segment, IReadOnlyList<string> Above);

    private sealed record Row(IReadOnlyList<string> AboveLeft, IReadOnlyList<string> AboveRight, string Left, string LeftArrow, string Text, string RightArrow, string Right);
}
