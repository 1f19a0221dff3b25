using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Binding.States;

/// <summary>Groups, and the sets of states that <c>in</c> lines and <c>keep</c> rows write with them.</summary>
internal sealed class StateSets(BindingContext context, StateTable states, string machine)
{
    private readonly Dictionary<string, GroupEntry> _groups = new(StringComparer.Ordinal);
    private readonly List<GroupEntry> _inOrder = [];

    /// <summary>The groups that a set or another group names.</summary>
    public HashSet<string> UsedGroups { get; } = new(StringComparer.Ordinal);

    public IEnumerable<GroupLine> Lines => _inOrder.Select(group => group.Line);

    public bool IsGroup(string name) => _groups.ContainsKey(name);

    /// <summary>Declares the groups and finds out what they contain; the states must be declared before.</summary>
    public EquatableArray<StateGroup> DeclareAll(IEnumerable<GroupLine> lines)
    {
        foreach (var line in lines)
        {
            Declare(line);
        }

        foreach (var group in _inOrder)
        {
            context.ThrowIfCancelled();
            Expand(group, []);
        }

        return _inOrder.Select(group => new StateGroup(group.Line.Name.Text, ToArray(group.States))).ToEquatableArray();
    }

    /// <summary>The states of a set, ascending. An empty one is reported.</summary>
    public EquatableArray<int> Bind(StateSetSyntax set)
    {
        var members = new bool[states.All.Count];
        if (set.IsAny)
        {
            Add(Enumerable.Repeat(true, members.Length).ToArray(), members, true);
        }

        var isSound = MarkAll(set.Included, members, true) & MarkAll(set.Excluded, members, false);

        var result = ToArray(members);
        if (result.IsEmpty && isSound && members.Length > 0)
        {
            context.Report(StateMessages.Empty(set));
        }

        return result;
    }

    private void Declare(GroupLine line)
    {
        if (line.Name.IsMissing)
        {
            return;
        }

        if (states.Find(line.Name.Text) is { } state)
        {
            context.Report(DeclarationMessages.OtherKind("Group", line.Name, "state", context.LineOf(states.Lines[state].Span)));
        }
        else if (_groups.TryGetValue(line.Name.Text, out var first))
        {
            context.Report(DeclarationMessages.Twice("Group", line.Name, context.LineOf(first.Line.Span)));
        }
        else if (_inOrder.Count < Limits.Groups)
        {
            var group = new GroupEntry(line, states.All.Count);
            _groups.Add(line.Name.Text, group);
            _inOrder.Add(group);
        }
        else if (context.FirstTime("limit", "groups " + machine))
        {
            context.Report(LimitMessages.TooMany(line.Name.Span, "groups in a machine", Limits.Groups));
        }
    }

    // Depth is bounded by the number of groups.
    private void Expand(GroupEntry group, List<string> path)
    {
        if (group.IsDone)
        {
            return;
        }

        group.IsOpen = true;
        path.Add(group.Line.Name.Text);
        foreach (var member in Distinct(group.Line.Members))
        {
            if (_groups.TryGetValue(member.Text, out var inner))
            {
                UsedGroups.Add(member.Text);
                if (inner.IsOpen)
                {
                    context.Report(StateMessages.Cycle(member, path.SkipWhile(name => name != member.Text)));
                    continue;
                }

                Expand(inner, path);
                Add(inner.States, group.States, true);
            }
            else
            {
                Mark(member, group.States, true);
            }
        }

        path.RemoveAt(path.Count - 1);
        group.IsOpen = false;
        group.IsDone = true;
    }

    private bool MarkAll(EquatableArray<NameSyntax> names, bool[] members, bool value)
    {
        var isSound = true;
        foreach (var name in Distinct(names))
        {
            isSound &= Mark(name, members, value);
        }

        return isSound;
    }

    // A name that is written again adds nothing, and half a million of them are one.
    private IEnumerable<NameSyntax> Distinct(EquatableArray<NameSyntax> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].IsMissing || seen.Add(names[i].Text))
            {
                yield return names[i];
            }
            else
            {
                context.Report(StateMessages.Repeated(names[i], names[i - 1]));
            }
        }
    }

    private bool Mark(NameSyntax name, bool[] members, bool value)
    {
        if (name.IsMissing)
        {
            return false;
        }

        if (states.Find(name.Text) is { } state)
        {
            members[state] = value;
            return true;
        }

        if (_groups.TryGetValue(name.Text, out var group))
        {
            UsedGroups.Add(name.Text);
            Add(group.States, members, value);
            return true;
        }

        if (context.FirstTime("state", machine + "." + name.Text))
        {
            context.Report(StateMessages.UnknownInSet(name, machine, context.Suggest(name.Text, states.Names.Concat(_groups.Keys))));
        }

        return false;
    }

    private static void Add(bool[] from, bool[] to, bool value)
    {
        for (var i = 0; i < from.Length; i++)
        {
            if (from[i])
            {
                to[i] = value;
            }
        }
    }

    private static EquatableArray<int> ToArray(bool[] members) =>
        Enumerable.Range(0, members.Length).Where(state => members[state]).ToEquatableArray();

    private sealed class GroupEntry(GroupLine line, int states)
    {
        public GroupLine Line { get; } = line;

        public bool[] States { get; } = new bool[states];

        public bool IsOpen { get; set; }

        public bool IsDone { get; set; }
    }
}
