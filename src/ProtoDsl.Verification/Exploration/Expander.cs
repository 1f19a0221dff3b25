using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Exploration;

/// <summary>Finds all that can happen in one configuration. What it noticed stays readable until the next one.</summary>
internal abstract class Expander
{
    protected Expander(StepTable table)
    {
        Table = table;
        HasFired = new bool[table.Steps.Length];
        WasRefused = new bool[table.Steps.Length];
        LocalStates = new int[table.StateBase.Length];
        Unlisted = new int[table.Entries.Length + 1];
    }

    public StepTable Table { get; }

    /// <summary>By step: it was enabled somewhere.</summary>
    public bool[] HasFired { get; }

    /// <summary>The local state of each role in the last configuration.</summary>
    public int[] LocalStates { get; }

    /// <summary>The last configuration's unlisted letters where a role listens, as culprits; the first <see cref="UnlistedCount"/>.</summary>
    public int[] Unlisted { get; }

    public int UnlistedCount { get; protected set; }

    /// <summary>A step of the last configuration that lacked room; -1 for none.</summary>
    public int RefusedStep { get; protected set; }

    /// <summary>By step: it lacked room somewhere.</summary>
    public bool[] WasRefused { get; }

    /// <summary>The most messages that a step left in one channel.</summary>
    public int LongestQueue { get; protected set; }

    /// <summary>The most successors that one configuration can have.</summary>
    public abstract int MaximalSuccessors { get; }

    /// <summary>Appends the successors of the configuration at a place in <paramref name="words"/>.</summary>
    public abstract void Expand(ulong[] words, int offset, int parent, SuccessorBuffer into);

    /// <summary>A step of the buffer as what happened.</summary>
    public abstract SystemStep Describe(long step);

    /// <summary>For each role, the rows that some step took, ascending.</summary>
    public IReadOnlyList<IReadOnlyList<int>> UsedRows()
    {
        var rows = Table.StateBase.Select(_ => new SortedSet<int>()).ToArray();
        for (var step = 0; step < HasFired.Length; step++)
        {
            if (!HasFired[step]) continue;
            var origin = Table.Origins[step];
            var row = Table.System.Roles[origin.Role].States[origin.Source].Moves[origin.Move].Row;
            if (row >= 0) rows[origin.Role].Add(row);
        }

        return rows.Select(set => (IReadOnlyList<int>)set.ToArray()).ToArray();
    }

    /// <summary>True when a drained timer of the role may fire in the configuration whose local states were read last.</summary>
    protected bool IsDrained(int role, ulong[] words)
    {
        for (var other = 0; other < LocalStates.Length; other++)
        {
            if (other != role && Table.HasLiveTimer[Table.StateBase[other] + LocalStates[other]]) return false;
        }

        return Table.Layout.AreChannelsEmpty(words, 0);
    }
}
