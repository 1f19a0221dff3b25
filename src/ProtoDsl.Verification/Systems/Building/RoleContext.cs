using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Verification.Systems.Building;

/// <summary>One role, with what its moves are made of.</summary>
/// <param name="Index">The role.</param>
/// <param name="Session">Its session.</param>
/// <param name="Source">Its machine.</param>
/// <param name="Others">The machines of all roles.</param>
/// <param name="Channels">All channels.</param>
/// <param name="Alphabet">The letters.</param>
/// <param name="Tags">The parameters that are told apart.</param>
internal sealed record RoleContext(
    int Index,
    Session Session,
    RoleSource Source,
    IReadOnlyList<RoleSource> Others,
    IReadOnlyList<SystemChannel> Channels,
    SessionAlphabet Alphabet,
    DistinguishedTags Tags)
{
    private readonly HashSet<SystemProblem> _problems = [];
    private readonly Dictionary<long, bool> _isKnown = [];
    private readonly ILookup<int, Cell> _cells = Source.Machine.Cells.ToLookup(cell => cell.State);

    public Role Role => Session.Roles[Index];

    public Machine Machine => Source.Machine;

    /// <summary>What its moves must not do, in the order in which it was seen.</summary>
    public List<SystemProblem> Problems { get; } = [];

    /// <summary>What its rows list in a state.</summary>
    public IEnumerable<Cell> CellsOf(int state) => _cells[state];

    public void Report(SystemProblem problem)
    {
        if (_problems.Add(problem))
        {
            Problems.Add(problem);
        }
    }

    /// <summary>Which of its rows can be taken.</summary>
    public CellChoice Choice { get; } = new(Source);

    /// <summary>The channels on which this role receives.</summary>
    public IReadOnlyList<int> Incoming { get; } = [.. Enumerable.Range(0, Channels.Count).Where(channel => Channels[channel].Receiver == Index)];

    /// <summary>The channel from this role to another: they are ordered by sender, then receiver.</summary>
    public int ChannelTo(int receiver) => (Index * (Others.Count - 1)) + receiver - (receiver > Index ? 1 : 0);

    /// <summary>True where a role's table has the same message; if not, that is a problem.</summary>
    /// <param name="message">Index of the message in this role's table.</param>
    /// <param name="receiver">The other role.</param>
    /// <param name="place">What sends it.</param>
    public bool IsKnown(int message, int receiver, SystemProblem place)
    {
        var key = ((long)message * Others.Count) + receiver;
        if (!_isKnown.TryGetValue(key, out var isKnown))
        {
            isKnown = Compare(Source.Protocol.Messages[message], receiver, place);
            _isKnown.Add(key, isKnown);
        }

        return isKnown;
    }

    private bool Compare(Message message, int receiver, SystemProblem place)
    {
        var other = Others[receiver];
        var index = other.FindMessage(message.Name);
        if (index < 0)
        {
            Report(place with { Kind = SystemProblemKind.UnknownMessage, Name = message.Name, Other = receiver });
            return false;
        }

        var theirs = other.Protocol.Messages[index].Parameters;
        for (var i = 0; i < message.Parameters.Count || i < theirs.Count; i++)
        {
            if (i >= message.Parameters.Count || i >= theirs.Count
                || !EventParameters.ValuesOf(Source.Protocol, message.Parameters[i]).OrderBy(name => name)
                    .SequenceEqual(EventParameters.ValuesOf(other.Protocol, theirs[i]).OrderBy(name => name)))
            {
                Report(place with { Kind = SystemProblemKind.DifferentMessage, Name = message.Name, Other = receiver, Count = i });
                return false;
            }
        }

        return true;
    }
}
