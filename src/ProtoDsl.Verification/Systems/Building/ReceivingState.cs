using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Verification.Systems.Building;

/// <summary>How one state treats what arrives, while its rows are read.</summary>
internal sealed class ReceivingState(RoleContext role)
{
    /// <summary>Not listening.</summary>
    public static readonly Listening Deaf = new(false, [], []);

    private readonly List<int>?[] _taken = new List<int>?[role.Channels.Count];
    private readonly List<int>?[] _deferred = new List<int>?[role.Channels.Count];

    /// <summary>A row that receives makes the state listen to those from whom it receives; one that forbids does not.</summary>
    public void Listen(Cell cell, int channel, string sender)
    {
        if (cell.Candidates.Any(candidate => role.Machine.Rows[candidate.Row] is { Kind: not RowKind.Forbid } row
            && (row.Triggers[candidate.Trigger].From is not { } from || from == sender)))
        {
            _taken[channel] ??= [];
            _deferred[channel] ??= [];
        }
    }

    public void Take(int channel, int letter) => _taken[channel]?.Add(letter);

    public void Defer(int channel, int letter) => _deferred[channel]?.Add(letter);

    /// <summary>One for each channel.</summary>
    public IReadOnlyList<Listening> Build()
    {
        var listening = new Listening[_taken.Length];
        for (var channel = 0; channel < listening.Length; channel++)
        {
            listening[channel] = Deaf;
            if (_taken[channel] is { } taken && _deferred[channel] is { } deferred)
            {
                taken.Sort();
                deferred.Sort();
                listening[channel] = new Listening(true, taken, deferred);
            }
        }

        return listening;
    }
}
