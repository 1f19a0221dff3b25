using System;
using System.Collections.Generic;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Exploration;

/// <summary>Rebuilds the steps to a configuration by expanding each of its ancestors once more.</summary>
internal sealed class TraceBuilder(Expander expander, ConfigurationStore store)
{
    private readonly SuccessorBuffer _buffer = new(expander.Table.Layout.Words, expander.MaximalSuccessors);

    public IReadOnlyList<SystemStep> To(int configuration)
    {
        var steps = new List<SystemStep>();
        for (var child = configuration; store.Parent(child) >= 0; child = store.Parent(child)) steps.Add(StepTo(child));
        steps.Reverse();
        return steps;
    }

    private SystemStep StepTo(int child)
    {
        var parent = store.Parent(child);
        var words = store.Locate(parent, out var offset);
        _buffer.Count = 0;
        expander.Expand(words, offset, parent, _buffer);
        var wanted = store.Locate(child, out var start);
        for (var i = 0; i < _buffer.Count; i++)
        {
            if (IsAt(i, wanted, start)) return expander.Describe(_buffer.Steps[i]);
        }

        throw new InvalidOperationException("A configuration was stored that its parent does not lead to.");
    }

    private bool IsAt(int index, ulong[] wanted, int start)
    {
        for (var i = 0; i < _buffer.Width; i++)
        {
            if (_buffer.Words[index * _buffer.Width + i] != wanted[start + i]) return false;
        }

        return true;
    }
}
