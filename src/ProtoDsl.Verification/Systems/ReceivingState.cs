using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Verification.Systems;

/// <summary>How one state treats what arrives, while its rows are read.</summary>
internal sealed class ReceivingState(RoleContext role)
{
    private readonly HashSet<int> _heard = [];
    private readonly SortedSet<(int Channel, int Letter)> _taken = [];
    private readonly SortedSet<(int Channel, int Letter)> _deferred = [];

    /// <summary>A row that receives makes the state listen to those from whom it receives; one that forbids does not.</summary>
    public void Listen(Cell cell, int channel, string sender)
    {
        if (cell.Candidates.Any(candidate => role.Machine.Rows[candidate.Row] is { Kind: not RowKind.Forbid } row
            && (row.Triggers[candidate.Trigger].From is not { } from || from == sender)))
        {
            _heard.Add(channel);
        }
    }

    public void Take(int channel, int letter) => _taken.Add((channel, letter));

    public void Defer(int channel, int letter) => _deferred.Add((channel, letter));

    /// <param name="deaf">One for each channel, not listening.</param>
    public IReadOnlyList<Listening> Build(Listening[] deaf)
    {
        foreach (var channel in _heard)
        {
            deaf[channel] = new Listening(true, Of(_taken, channel), Of(_deferred, channel));
        }

        return deaf;
    }

    private static IReadOnlyList<int> Of(IEnumerable<(int Channel, int Letter)> letters, int channel) =>
        [.. letters.Where(pair => pair.Channel == channel).Select(pair => pair.Letter)];
}
