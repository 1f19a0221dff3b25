using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Exploration;

/// <summary>Says what a configuration is in which nothing can happen.</summary>
internal sealed class StuckClassifier(Expander expander)
{
    private readonly StepTable _table = expander.Table;

    /// <summary>Classifies the configuration that was expanded last; null when the session is over, and when an unspecified reception explains it.</summary>
    public Site? Classify(ulong[] words, int offset, int configuration)
    {
        if (_table.IsDone(words, offset)) return null;
        if (expander.RefusedStep >= 0) return Refused(words, offset, configuration);
        if (expander.UnlistedCount > 0) return null;
        return _table.AreAllFinal(words, offset) ? Orphan(words, offset, configuration) : new Site(ViolationKind.Deadlock, configuration);
    }

    private Site Refused(ulong[] words, int offset, int configuration)
    {
        var step = _table.Steps[expander.RefusedStep];
        for (var i = step.NeedStart; i < step.NeedEnd; i++)
        {
            var need = _table.Needs[i];
            var channel = _table.Layout.Channels[need.Channel];
            var room = channel.Capacity - channel.Length(words, offset);
            if (need.Count <= room) continue;
            var letter = RefusedLetter(step, need.Channel, room);
            return new Site(ViolationKind.CapacityDeadlock, configuration, step.Role, need.Channel, letter);
        }

        return new Site(ViolationKind.CapacityDeadlock, configuration, step.Role);
    }

    /// <summary>The first message to the channel for which no room is left.</summary>
    private int RefusedLetter(in Step step, int channel, int room)
    {
        for (var i = step.SendStart; i < step.SendEnd; i++)
        {
            if (_table.Sends[i].Channel == channel && room-- == 0) return _table.Layout.Alphabets[channel].LetterOf(_table.Sends[i].Code);
        }

        return -1;
    }

    private Site Orphan(ulong[] words, int offset, int configuration)
    {
        var queues = _table.Layout.Unpack(words, offset).Queues;
        var channel = 0;
        while (queues[channel].Count == 0) channel++;
        return new Site(ViolationKind.Orphan, configuration, _table.System.Channels[channel].Receiver, channel, queues[channel][0]);
    }
}
