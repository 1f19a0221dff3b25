using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Binding.Naming;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding.States;

/// <summary>The states of one machine by number and by name.</summary>
internal sealed class StateTable(BindingContext context, string machine)
{
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);

    /// <summary>States without what they do.</summary>
    public List<State> All { get; } = [];

    public List<StateLine> Lines { get; } = [];

    public int Initial { get; private set; }

    public bool HasStableCodes { get; private set; }

    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>The number of a state; null for an unknown name.</summary>
    public int? Find(string name) => _byName.TryGetValue(name, out var index) ? index : null;

    public void Declare(StateLine line)
    {
        if (line.Name.IsMissing)
        {
            return;
        }

        if (Find(line.Name.Text) is { } first)
        {
            context.Report(DeclarationMessages.Twice("State", line.Name, context.LineOf(Lines[first].Name.Span)));
            return;
        }

        if (All.Count == Limits.States)
        {
            if (context.FirstTime("limit", "states " + machine))
            {
                context.Report(LimitMessages.TooMany(line.Name.Span, "states in a machine", Limits.States));
            }

            return;
        }

        _byName.Add(line.Name.Text, All.Count);
        Lines.Add(line);
        All.Add(new State
        {
            Name = line.Name.Text,
            MemberName = CSharpNaming.Pascal(line.Name.Text),
            Label = line.Label?.Text,
            Code = line.Code is { Value: >= 0 and <= int.MaxValue } code ? (int)code.Value : null,
            IsFinal = line.IsFinal,
            Documentation = line.Documentation,
        });
    }

    /// <summary>What holds of all states together; called once all are declared.</summary>
    public void Check(TextSpan machineSpan)
    {
        if (All.Count == 0)
        {
            if (!context.HasSyntaxErrors)
            {
                context.Report(StateMessages.None(machineSpan, machine));
            }

            return;
        }

        CheckInitial(machineSpan);
        CheckCodes();
    }

    private void CheckInitial(TextSpan machineSpan)
    {
        var first = -1;
        for (var i = 0; i < Lines.Count; i++)
        {
            if (!Lines[i].IsInitial)
            {
                continue;
            }

            if (first >= 0)
            {
                context.Report(StateMessages.SecondInitial(Lines[i].Name, All[first].Name, context.LineOf(Lines[first].Span)));
            }
            else
            {
                first = i;
            }
        }

        Initial = Math.Max(first, 0);
        if (first < 0 && !context.HasSyntaxErrors)
        {
            context.Report(StateMessages.NoInitial(machineSpan, machine, Lines[0].Name));
        }
    }

    private void CheckCodes()
    {
        var byCode = new Dictionary<long, int>();
        for (var i = 0; i < Lines.Count; i++)
        {
            if (Lines[i].Code is not { } code)
            {
                continue;
            }

            if (byCode.TryGetValue(code.Value, out var first))
            {
                context.Report(StateMessages.CodeTwice(code, All[first].Name));
            }
            else
            {
                byCode.Add(code.Value, i);
            }
        }

        HasStableCodes = byCode.Count == All.Count && All.All(state => state.Code is not null);
        var missing = Lines.FindIndex(line => line.Code is null);
        if (byCode.Count > 0 && missing >= 0 && !context.HasSyntaxErrors)
        {
            var highest = byCode.Keys.Max();
            context.Report(StateMessages.CodeMissing(Lines[missing].Name, All[byCode.Values.First()].Name, highest < int.MaxValue ? highest + 1 : Free(byCode)));
        }
    }

    private static long Free(Dictionary<long, int> taken)
    {
        var code = 0L;
        while (taken.ContainsKey(code))
        {
            code++;
        }

        return code;
    }
}
