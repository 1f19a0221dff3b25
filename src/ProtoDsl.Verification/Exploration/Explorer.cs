using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Exploration;

/// <summary>Breadth-first over all configurations, so that the first trace to anything is a shortest one. Single-threaded: it runs inside
/// the compiler. Configurations past the limit are not stored; those that are stored are all looked at.</summary>
internal sealed class Explorer
{
    private const int BatchSize = 1024;
    private const int ProgressEvery = 1 << 14;

    private readonly ExplorationOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly Expander _expander;
    private readonly StepTable _table;
    private readonly ConfigurationStore _store;
    private readonly SuccessorBuffer _buffer;
    private readonly SiteList _sites;
    private readonly StuckClassifier _classifier;
    private readonly BitList _explained = new();
    private readonly EdgeList? _edges;
    private readonly bool _unlistedOnlyWhenStuck;

    private Explorer(SessionSystem system, ExplorationOptions options, CancellationToken cancellation)
    {
        _options = options;
        _cancellation = cancellation;
        _table = new StepTable(system, options.Capacity, options.Accelerate, cancellation);
        _expander = system.Kind == ChannelKind.Rendezvous
            ? new RendezvousExpander(_table)
            : new QueueExpander(_table, options.Accelerate, options.Reduce);
        var width = _table.Layout.Words;
        _store = new ConfigurationStore(width, Math.Min(options.Limit, ConfigurationStore.Most), cancellation);
        _buffer = new SuccessorBuffer(width, BatchSize + _expander.MaximalSuccessors);
        _sites = new SiteList(_table);
        _classifier = new StuckClassifier(_expander);
        _edges = options.KeepEdges ? new EdgeList() : null;
        _unlistedOnlyWhenStuck = system.Kind == ChannelKind.Bag;
    }

    /// <summary>Explores a system.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ArgumentException">A system over rendezvous whose moves have more than one action.</exception>
    public static Exploration Run(SessionSystem system, ExplorationOptions options, CancellationToken cancellation) =>
        new Explorer(system, options, cancellation).Run();

    private Exploration Run()
    {
        AddStart();
        var layers = ExploreLayers();
        return new Exploration(_expander, _store)
        {
            Sites = _sites.Sites,
            Capacity = _options.Capacity,
            Explained = _explained,
            Edges = _edges,
            Layers = layers,
        };
    }

    private void AddStart()
    {
        Array.Copy(_table.Layout.Start(), _buffer.Words, _buffer.Width);
        _buffer.Parents[0] = -1;
        _buffer.Count = 1;
        _store.AddAll(_buffer);
        _buffer.Count = 0;
    }

    [MethodImpl(Jit.Hot)]
    private int ExploreLayers()
    {
        var layer = 0;
        var layerEnd = _store.Count;
        for (var next = 0; next < _store.Count;)
        {
            Look(next);
            if (++next != layerEnd && _buffer.Count < BatchSize && (next & (BatchSize - 1)) != 0) continue;
            Flush(next, layer);
            if (_options.Stop.IsCancellationRequested && next < _store.Count)
            {
                _store.Close();
                return layer;
            }

            if (next != layerEnd) continue;
            if (_store.Count > layerEnd) layer++;
            layerEnd = _store.Count;
        }

        return layer;
    }

    [MethodImpl(Jit.Hot)]
    private void Look(int index)
    {
        var words = _store.Locate(index, out var offset);
        var before = _buffer.Count;
        _expander.Expand(words, offset, index, _buffer);
        var isStuck = _buffer.Count == before;
        if (_expander.UnlistedCount > 0 && (isStuck || !_unlistedOnlyWhenStuck)) NoteUnlisted(index, words, offset, isStuck);
        if (isStuck) NoteStuck(index, words, offset);
        if (_table.System.Forbidden.Count > 0) _sites.AddForbidden(_expander.LocalStates, index);
    }

    private void NoteUnlisted(int index, ulong[] words, int offset, bool isStuck)
    {
        // What waits in a bag may wait for a later state; only where nothing else can happen it is lost, and then for want of a row, not of room.
        if (isStuck && _unlistedOnlyWhenStuck && (_expander.RefusedStep >= 0 || _table.IsDone(words, offset))) return;
        for (var i = 0; i < _expander.UnlistedCount; i++) _sites.AddUnlisted(_expander.Unlisted[i], index);
        _explained.Set(index);
    }

    private void NoteStuck(int index, ulong[] words, int offset)
    {
        if (_classifier.Classify(words, offset, index) is not { } site) return;
        _sites.AddStuck(site, _expander.LocalStates);
        _explained.Set(index);
    }

    /// <summary>Stores what was found, before <paramref name="next"/> is looked at.</summary>
    private void Flush(int next, int layer)
    {
        _cancellation.ThrowIfCancellationRequested();
        var known = _store.Count;
        _store.AddAll(_buffer);
        KeepEdges(next);
        _buffer.Count = 0;
        if (known / ProgressEvery != _store.Count / ProgressEvery) _options.Progress?.Invoke(new(_store.Count, layer, _options.Capacity));
    }

    private void KeepEdges(int next)
    {
        if (_edges is null || _store.IsFull) return;
        for (var i = 0; i < _buffer.Count; i++)
        {
            _edges.CloseBefore(_buffer.Parents[i]);
            _edges.Add(_buffer.Children[i]);
        }

        _edges.CloseBefore(next);
    }
}
