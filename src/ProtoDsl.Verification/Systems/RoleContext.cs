using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Verification.Systems;

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

    public Role Role => Session.Roles[Index];

    public Machine Machine => Source.Machine;

    /// <summary>What its moves must not do, in the order in which it was seen.</summary>
    public List<SystemProblem> Problems { get; } = [];

    public void Report(SystemProblem problem)
    {
        if (_problems.Add(problem))
        {
            Problems.Add(problem);
        }
    }

    /// <summary>The channel from this role to another.</summary>
    public int ChannelTo(int receiver) => Find(new SystemChannel(Index, receiver));

    /// <summary>The channels on which this role receives.</summary>
    public IEnumerable<int> Incoming => Enumerable.Range(0, Channels.Count).Where(channel => Channels[channel].Receiver == Index);

    private int Find(SystemChannel channel)
    {
        for (var i = 0; i < Channels.Count; i++)
        {
            if (Channels[i] == channel)
            {
                return i;
            }
        }

        return -1;
    }
}
