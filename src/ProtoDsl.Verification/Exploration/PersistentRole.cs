using System.Linq;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Verification.Exploration;

/// <summary>The partial-order reduction for configurations in which nothing can happen. A role whose own steps no other role can enable,
/// disable or see forms a persistent set (Godefroid 1996): following it alone reaches every stuck configuration. It keeps nothing else:
/// neither the shortest traces nor unspecified receptions on the way.</summary>
internal sealed class PersistentRole(StepTable table)
{
    // A drained timer sees all channels, so that no step is independent of it.
    private readonly bool _isOff = table.System.Kind != ChannelKind.Fifo
        || table.Steps.Any(step => (step.Traits & StepTraits.Drained) != 0);

    /// <summary>The role to follow; -1 where there is none.</summary>
    public int Find(ulong[] words, int[] localStates)
    {
        if (_isOff) return -1;
        var best = -1;
        var fewest = int.MaxValue;
        for (var role = 0; role < localStates.Length; role++)
        {
            var steps = StepsIfSettled(words, table.Programs[table.StateBase[role] + localStates[role]]);
            if (steps == 0 || steps >= fewest) continue;
            (best, fewest) = (role, steps);
        }

        return best;
    }

    /// <summary>How many steps the role has; 0 as well when another role may enable a further one.</summary>
    private int StepsIfSettled(ulong[] words, in LocalProgram program)
    {
        var count = 0;
        for (var step = program.StepStart; step < program.StepEnd; step++)
        {
            if (!HasRoom(words, step)) return 0;
            if ((table.Steps[step].Traits & StepTraits.ChangesNothing) == 0) count++;
        }

        for (var i = program.ListenStart; i < program.ListenEnd; i++)
        {
            var listener = table.Listeners[i];
            var received = StepsOfHead(words, listener);
            if (received < 0) return 0;
            count += received;
        }

        return count;
    }

    /// <summary>The steps that receive what has arrived; -1 when an arrival may enable more.</summary>
    private int StepsOfHead(ulong[] words, Listener listener)
    {
        var channel = table.Layout.Channels[listener.Channel];
        var length = channel.Length(words, 0);
        var count = 0;
        for (var position = 0; position < length; position++)
        {
            var entry = table.Entries[listener.FirstEntry + ChannelOperations.LetterAt(channel, words, 0, position)];
            for (var step = entry.StepStart; step < entry.StepEnd; step++)
            {
                if (!HasRoom(words, step)) return -1;
                count++;
            }

            if (!entry.IsDeferred) return count;
        }

        return -1;
    }

    private bool HasRoom(ulong[] words, int step)
    {
        for (var i = table.Steps[step].NeedStart; i < table.Steps[step].NeedEnd; i++)
        {
            var channel = table.Layout.Channels[table.Needs[i].Channel];
            if (channel.Length(words, 0) + table.Needs[i].Count > channel.Capacity) return false;
        }

        return true;
    }
}
