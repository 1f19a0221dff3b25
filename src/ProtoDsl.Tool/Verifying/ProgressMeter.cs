using System.Diagnostics;
using System.Globalization;
using ProtoDsl.Tool.Terminals;
using ProtoDsl.Verification.Exploration;

namespace ProtoDsl.Tool.Verifying;

/// <summary>Tells on standard error how far a verification is, once it has taken longer than one waits without a word: on a terminal one line that is
/// written anew, elsewhere a line now and then. And ends it before memory does.</summary>
internal sealed class ProgressMeter : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_lineEvery = TimeSpan.FromSeconds(10);

    private readonly Terminal _terminal;
    private readonly long _mostBytes;
    private readonly Action _outOfMemory;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<SessionProgress> _running = [];
    private readonly object _lock = new();
    private readonly Timer _timer;
    private int _total;
    private int _done;
    private long _before;
    private TimeSpan _lastLine = s_patience - s_lineEvery;
    private int _shown;

    /// <param name="terminal">Where it is told.</param>
    /// <param name="mostBytes">Of memory.</param>
    /// <param name="outOfMemory">Called when there is more.</param>
    public ProgressMeter(Terminal terminal, long mostBytes, Action outOfMemory)
    {
        _terminal = terminal;
        _mostBytes = mostBytes;
        _outOfMemory = outOfMemory;
        _timer = new Timer(_ => Tick(), null, s_tick, s_tick);
    }

    /// <summary>How many sessions there are.</summary>
    public int Total
    {
        set => _total = value;
    }

    /// <summary>A session begins; it ends when what is returned is disposed.</summary>
    public SessionProgress Begin(string name)
    {
        var progress = new SessionProgress(name, this);
        lock (_lock)
        {
            _running.Add(progress);
        }

        return progress;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            Erase();
        }
    }

    /// <summary>What is told, for a test.</summary>
    internal string Line()
    {
        lock (_lock)
        {
            var configurations = _before + _running.Sum(progress => progress.Looked);
            var rate = configurations / Math.Max(0.001, _watch.Elapsed.TotalSeconds);
            var running = string.Join(", ", _running.Select(progress => progress.ToString()));
            var done = _total > 1 ? $"{_done} of {_total} sessions, " : "";
            return FormattableString.Invariant($"{done}{_watch.Elapsed:m\\:ss}, {Short(rate)} configurations/s, {GC.GetTotalMemory(false) >> 20:N0} MiB: {running}");
        }
    }

    private void End(SessionProgress progress)
    {
        lock (_lock)
        {
            _running.Remove(progress);
            _done++;
            _before += progress.Looked;
        }
    }

    private void Tick()
    {
        if (GC.GetTotalMemory(false) > _mostBytes)
        {
            _outOfMemory();
        }

        lock (_lock)
        {
            if (_watch.Elapsed < s_patience || _running.Count == 0)
            {
                return;
            }

            if (_terminal.IsErrorTerminal)
            {
                var line = Line();
                line = line.Length < _terminal.Width ? line : line[..Math.Max(0, _terminal.Width - 1)];
                _terminal.Error.Write($"\r{line.PadRight(_shown)}");
                _shown = line.Length;
            }
            else if (_watch.Elapsed - _lastLine >= s_lineEvery)
            {
                _lastLine = _watch.Elapsed;
                _terminal.Error.WriteLine(Line());
            }
        }
    }

    private void Erase()
    {
        if (_shown > 0)
        {
            _terminal.Error.Write($"\r{new string(' ', _shown)}\r");
            _shown = 0;
        }
    }

    private static string Short(double number) => number switch
    {
        >= 1e6 => (number / 1e6).ToString("0.0 'M'", CultureInfo.InvariantCulture),
        >= 1e3 => (number / 1e3).ToString("0 'k'", CultureInfo.InvariantCulture),
        _ => number.ToString("0", CultureInfo.InvariantCulture),
    };

    /// <summary>How far one session is. A check looks at several capacities one after the other.</summary>
    internal sealed class SessionProgress(string name, ProgressMeter meter) : IDisposable
    {
        private long _finished;
        private int _now;
        private int _capacity;
        private int _layer;

        /// <summary>Configurations looked at, at all capacities so far.</summary>
        public long Looked => Volatile.Read(ref _finished) + Volatile.Read(ref _now);

        /// <summary>Called by the engine, on its thread.</summary>
        public void Tell(ExplorationProgress progress)
        {
            if (progress.Configurations < _now)
            {
                Volatile.Write(ref _finished, _finished + _now);
            }

            Volatile.Write(ref _now, progress.Configurations);
            _capacity = progress.Capacity;
            _layer = progress.Layer;
        }

        /// <inheritdoc/>
        public void Dispose() => meter.End(this);

        /// <inheritdoc/>
        public override string ToString() => _now == 0
            ? name
            : FormattableString.Invariant($"{name} {_now:N0} at {(_capacity == 0 ? "rendezvous" : $"capacity {_capacity}")}, step {_layer}");
    }
}
