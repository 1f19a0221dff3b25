using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>The names of a machine's members that do not belong to one event. Names that the table has taken are avoided.</summary>
internal sealed class MemberNames
{
    private static readonly string[] s_fixed =
    {
        "Receive", "TryReceive", "ReceiveAsync", "TryReceiveAsync", "Elapsed", "ElapsedAsync", "State", "AssumeState", "Save", "Restore", "Snapshot", "Transition",
        "OnTransition", "Actions", "Dispose", "DisposeAsync",
        "_state", "_ready", "_actions", "_gate", "_running", "_flow", "_armed", "_generation", "_expiring", "_deferred", "_deferredCount", "_isRecalling",
        "_isKept",
    };

    private static readonly string[] s_helpers =
    {
        "Busy", "NotListed", "Unlisted", "Begin", "Observed", "Lists", "LegalEvents", "Illegal", "Unexpected", "Overlapping", "StartTimer", "StopTimer",
        "Expire", "Retain", "EnterAsync", "Defer", "Deferred", "Recall", "Redeliver", "Exit", "Enter", "StopTimersOf",
        "StartTimersOf", "StateOf", "CodeOf", "Rearm", "Forget",
    };

    private readonly HashSet<string> _taken = new(s_fixed);
    private readonly Dictionary<string, string> _helpers;
    private readonly string[] _exits;
    private readonly string[] _entries;
    private readonly string[] _dues;

    public MemberNames(Machine machine)
    {
        _taken.Add(machine.ClassName);
        foreach (var call in machine.Calls)
        {
            foreach (var prefix in new[] { "", "Try", "Can" })
            {
                _taken.Add(prefix + call.MethodName);
                _taken.Add(prefix + call.MethodName + "Async");
            }
        }

        _helpers = s_helpers.ToDictionary(name => name, Private);
        _exits = machine.States.Select(state => state.Exit.IsEmpty ? "" : Private("Exit" + state.MemberName)).ToArray();
        _entries = machine.States.Select(state => state.Entry.IsEmpty ? "" : Private("Enter" + state.MemberName)).ToArray();
        _dues = machine.Timers.Select(timer => Private(timer.MemberName + "Due")).ToArray();
    }

    /// <summary>The name of a helper: the one wanted, unless the table has taken it.</summary>
    public string this[string helper] => _helpers[helper];

    /// <summary>The exit effects of one state; empty where it has none.</summary>
    public string ExitOf(int state) => _exits[state];

    /// <summary>The entry effects of one state; empty where it has none.</summary>
    public string EntryOf(int state) => _entries[state];

    /// <summary>How long after arming a timer elapses.</summary>
    public string Due(int timer) => _dues[timer];

    public bool IsTaken(string name) => _taken.Contains(name);

    /// <summary>A name for a private member; another one where it is taken.</summary>
    public string Private(string wanted)
    {
        var name = wanted;
        for (var i = 2; !_taken.Add(name); i++)
        {
            name = wanted + CSharpText.Number(i);
        }

        return CSharpText.Identifier(name);
    }
}
