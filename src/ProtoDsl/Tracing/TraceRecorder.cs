using System.Text;

namespace ProtoDsl;

/// <summary>Records what the machines of a session did, as the text of a scenario that can be pasted into the table:
/// <code>
/// partial void OnTransition(in Transition transition) => Trace?.Record("client", transition);
/// // and where a message is handed over or lost:
/// trace.Delivered("client", "server", "FIN");
/// </code></summary>
/// <remarks>Thread-safe and bounded: past <see cref="Maximum"/> steps the oldest are dropped, and the text then begins with the states
/// that the roles were in after them. A step that is announced (<see cref="Called"/>, <see cref="Delivered"/>, <see cref="Elapsed"/>) and
/// then recorded as the transition of that role is one step, so a wire and a machine may both report it.</remarks>
public sealed class TraceRecorder
{
    /// <summary>How many roles a trace can tell apart.</summary>
    public const int MaximumRoles = 64;

    private readonly object _lock = new();
    private readonly Queue<TraceStep> _steps = new();
    private readonly List<TraceRole> _roles = [];
    private readonly string _title;
    private readonly string _session;
    private bool _hasBeginning;
    private long _dropped;

    /// <summary>Makes an empty trace.</summary>
    /// <param name="title">The scenario's title; a quotation mark in it becomes an apostrophe.</param>
    /// <param name="session">The session that the roles belong to.</param>
    /// <param name="maximum">How many steps are kept; at least 1.</param>
    /// <exception cref="ArgumentException"><paramref name="session"/> is no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximum"/> is less than 1.</exception>
    public TraceRecorder(string title, string session, int maximum = 1000)
    {
        _title = ScenarioText.Title(title);
        _session = ScenarioText.Name(session, nameof(session));
        Maximum = maximum >= 1 ? maximum : throw new ArgumentOutOfRangeException(nameof(maximum), maximum, "A trace keeps at least one step.");
    }

    /// <summary>How many steps are kept.</summary>
    public int Maximum { get; }

    /// <summary>How many steps there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _steps.Count;
            }
        }
    }

    /// <summary>How many of the oldest steps were dropped to make room.</summary>
    public long Dropped
    {
        get
        {
            lock (_lock)
            {
                return _dropped;
            }
        }
    }

    /// <summary>Says in which state a role is when the trace begins, where that is not the start of the session.</summary>
    /// <exception cref="InvalidOperationException">A step of the role is already recorded.</exception>
    public void Begin(string role, string state)
    {
        ScenarioText.Name(state, nameof(state));
        lock (_lock)
        {
            var entry = RoleOf(role);
            if (entry.State is not null)
            {
                throw new InvalidOperationException($"'{role}' has begun already, in {entry.FirstState}: say where a role begins before its first step.");
            }

            _hasBeginning = true;
            entry.FirstState = entry.State = state;
        }
    }

    /// <summary>The user of a role makes a call: <c>client Close</c>. Arguments are tag values or numbers, <c>_</c> for any; none: any.</summary>
    public void Called(string role, string call, params string[] arguments) =>
        Announce(role, role, ScenarioText.Name(call, nameof(call)), arguments);

    /// <summary>A message reaches its receiver: <c>client -> server ACK(FIN)</c>.</summary>
    public void Delivered(string sender, string receiver, string message, params string[] arguments) =>
        Announce(receiver, ScenarioText.Name(sender, nameof(sender)) + " -> " + receiver, ScenarioText.Name(message, nameof(message)), arguments, "?");

    /// <summary>The message that the sender has sent last to the receiver is lost: <c>drop client -> server ACK(FIN)</c>.</summary>
    public void Lost(string sender, string receiver, string message, params string[] arguments)
    {
        var text = $"drop {ScenarioText.Name(sender, nameof(sender))} -> {ScenarioText.Name(receiver, nameof(receiver))} {ScenarioText.Name(message, nameof(message))}{ScenarioText.Arguments(arguments)}";
        lock (_lock)
        {
            Add(new TraceStep(text, null));
        }
    }

    /// <summary>An <c>after</c> timer of a role elapses: <c>client after TimeWait</c>.</summary>
    public void Elapsed(string role, string timer) => Announce(role, role, "after " + ScenarioText.Name(timer, nameof(timer)), []);

    /// <summary>Records a row that the machine of a role has taken: call it from <c>OnTransition</c>.</summary>
    public void Record<TTransition>(string role, in TTransition transition)
        where TTransition : struct, ITransition
    {
        lock (_lock)
        {
            var entry = RoleOf(role);
            entry.FirstState ??= transition.SourceText;
            entry.State = transition.TargetText;
            if (entry.Announced is { } step && step.Event == transition.EventText)
            {
                Reach(step, transition.TargetText);
                entry.Announced = null;
                return;
            }

            entry.Announced = null;
            Add(new TraceStep(role + " " + transition.EventText, entry) { StateAfter = transition.TargetText });
        }
    }

    /// <summary>Notes the states that the roles are in now: <c>expect client ESTABLISHED, server ESTABLISHED</c>.</summary>
    public void Expect()
    {
        lock (_lock)
        {
            if (States(role => role.State) is { } states)
            {
                Add(new TraceStep("expect " + states, null));
            }
        }
    }

    /// <summary>The scenario: a header, the steps, and the states reached. Ends with a line break.</summary>
    public override string ToString()
    {
        lock (_lock)
        {
            var text = new StringBuilder().Append("scenario \"").Append(_title).Append("\" in ").Append(_session).Append('\n');
            if (_dropped > 0)
            {
                text.Append("    // ").Append(_dropped).Append(" earlier steps are dropped; a message may have been on its way.\n");
            }

            if ((_dropped > 0 || _hasBeginning) && States(role => role.FirstState) is { } first)
            {
                text.Append("    from ").Append(first).Append('\n');
            }

            var last = "";
            foreach (var step in _steps)
            {
                last = step.Text;
                text.Append("    ").Append(last).Append('\n');
            }

            if (States(role => role.State) is { } reached && last != "expect " + reached)
            {
                text.Append("    expect ").Append(reached).Append('\n');
            }

            return text.ToString();
        }
    }

    private void Announce(string role, string opening, string name, string[] arguments, string prefix = "")
    {
        var text = $"{opening} {name}{ScenarioText.Arguments(arguments)}";
        lock (_lock)
        {
            var entry = RoleOf(role);
            var step = new TraceStep(text, entry) { Event = prefix + name };
            entry.Announced = step;
            Add(step);
        }
    }

    private void Add(TraceStep step)
    {
        if (_steps.Count == Maximum)
        {
            _dropped++;
            var oldest = _steps.Dequeue();
            oldest.IsDropped = true;
            Reach(oldest, oldest.StateAfter);
        }

        _steps.Enqueue(step);
    }

    // A step may be dropped between its announcement and its row: what it led to is then part of the beginning.
    private static void Reach(TraceStep step, string? state)
    {
        step.StateAfter = state;
        if (step is { IsDropped: true, Role: { } role } && state is not null)
        {
            role.FirstState = state;
        }
    }

    private TraceRole RoleOf(string name)
    {
        foreach (var role in _roles)
        {
            if (role.Name == name)
            {
                return role;
            }
        }

        ScenarioText.Name(name, nameof(name));
        if (_roles.Count == MaximumRoles)
        {
            throw new InvalidOperationException($"A trace tells {MaximumRoles} roles apart, and '{name}' is one more: make a recorder for each session.");
        }

        var added = new TraceRole(name);
        _roles.Add(added);
        return added;
    }

    private string? States(Func<TraceRole, string?> stateOf)
    {
        // By name: which role happened to report first must not show.
        var known = _roles.Where(role => stateOf(role) is not null).OrderBy(role => role.Name, StringComparer.Ordinal).Select(role => role.Name + " " + stateOf(role));
        var text = string.Join(", ", known);
        return text.Length == 0 ? null : text;
    }
}
