using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Relation;

/// <summary>Writes a relation as text. The format stands in <c>docs/relation.md</c>.</summary>
internal static class RelationWriter
{
    /// <summary>The text that <c>[StateMachine(typeof(…), text)]</c> carries: lines ended by <c>\n</c>, names as they are, reasons escaped so
    /// that each stays on its line. Quoting it for C# is the caller's part.</summary>
    public static string Write(Protocol protocol, Machine machine) => Write(RelationBuilder.Build(protocol, machine));

    /// <summary>The text of a relation.</summary>
    public static string Write(MachineRelation relation)
    {
        var text = new StringBuilder();
        Line(text, "protodsl", Number(RelationText.Version));
        Line(
            text,
            "machine",
            RelationText.Field(relation.ClassName),
            RelationText.Field(relation.Protocol),
            (relation.Flags & RelationFlags.Async) != 0 ? "async" : null,
            (relation.Flags & RelationFlags.Synchronized) != 0 ? "synchronized" : null,
            (relation.Flags & RelationFlags.Disposable) != 0 ? "disposable" : null);
        foreach (var state in relation.States)
        {
            Line(text, "state", state.MemberName, RelationText.Field(state.TableName), state.IsInitial ? "initial" : null, state.IsFinal ? "final" : null);
        }

        foreach (var @event in relation.Events)
        {
            var tags = string.Join(" ", @event.Tags.Select(tag => tag.IsHidden ? RelationText.HiddenMark + tag.Name : tag.Name));
            Line(text, "event", RelationText.EventKinds[(int)@event.Kind], @event.Name, RelationText.Field(@event.TableName), tags.Length == 0 ? null : tags);
        }

        foreach (var @case in relation.Cases)
        {
            Line(
                text,
                "case",
                Number(@case.Event),
                Ranges(@case.States),
                RelationText.Outcomes[(int)@case.Outcome],
                @case.Target < 0 ? RelationText.Nothing : Number(@case.Target),
                Flags(@case.Flags),
                @case.Pattern.IsEmpty ? RelationText.Nothing : string.Join(",", @case.Pattern.Select(value => value ?? RelationText.AnyValue)),
                @case.Reason is null ? null : RelationText.Escape(@case.Reason));
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, params string?[] fields)
    {
        text.Append(fields[0]);
        foreach (var field in fields.Skip(1))
        {
            if (field is not null)
            {
                text.Append(' ').Append(field);
            }
        }

        text.Append('\n');
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Flags(RelationCaseFlags flags)
    {
        var text = ((flags & RelationCaseFlags.Guarded) != 0 ? "g" : "")
            + ((flags & RelationCaseFlags.ThrowsInSource) != 0 ? "t" : "")
            + ((flags & RelationCaseFlags.ThrowsInTarget) != 0 ? "x" : "");
        return text.Length == 0 ? RelationText.Nothing : text;
    }

    /// <summary>Ascending numbers as <c>0,3-7,9</c>.</summary>
    private static string Ranges(EquatableArray<int> numbers)
    {
        var parts = new List<string>();
        for (var first = 0; first < numbers.Count;)
        {
            var last = first;
            while (last + 1 < numbers.Count && numbers[last + 1] == numbers[last] + 1)
            {
                last++;
            }

            parts.Add(last == first ? Number(numbers[first]) : Number(numbers[first]) + "-" + Number(numbers[last]));
            first = last + 1;
        }

        return string.Join(",", parts);
    }
}
