using ProtoDsl.Language.Binding.Rows;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Binding.Cells;

/// <summary>One trigger of one row, as it competes for an event.</summary>
internal sealed class CellEntry
{
    public CellEntry(BoundRow row, int index, int trigger)
    {
        Row = row;
        Candidate = new Candidate(index, trigger);
        Trigger = row.Row.Triggers[trigger];
        foreach (var value in Trigger.Pattern)
        {
            NamedTags += value >= 0 ? 1 : 0;
        }

        NamedTags += Trigger.From is null ? 0 : 1;
    }

    public BoundRow Row { get; }

    public Candidate Candidate { get; }

    public RowTrigger Trigger { get; }

    /// <summary>How many tags, and the sender, it names.</summary>
    public int NamedTags { get; }

    /// <summary>True for <c>?*</c>.</summary>
    public bool IsAnyMessage => Trigger.Event < 0;

    /// <summary>True without a guard and with <c>[else]</c>.</summary>
    public bool IsCatchAll => Row.Row.Guard is null;

    /// <summary>True where nothing after it can be reached.</summary>
    public bool AlwaysFits => IsCatchAll && NamedTags == 0;

    /// <summary>The precedence rules: a named event before <c>?*</c>, the state's own section before shared ones, more named tags
    /// before fewer, guarded rows before the others, and then file order.</summary>
    public static int Compare(CellEntry left, CellEntry right)
    {
        var order = left.IsAnyMessage.CompareTo(right.IsAnyMessage);
        order = order != 0 ? order : left.Row.Row.IsShared.CompareTo(right.Row.Row.IsShared);
        order = order != 0 ? order : right.NamedTags.CompareTo(left.NamedTags);
        order = order != 0 ? order : left.IsCatchAll.CompareTo(right.IsCatchAll);
        order = order != 0 ? order : left.Candidate.Row.CompareTo(right.Candidate.Row);
        return order != 0 ? order : left.Candidate.Trigger.CompareTo(right.Candidate.Trigger);
    }

    /// <summary>True where both stand in one tier and name equally many tags, so that only guards and file order tell them apart.</summary>
    public bool RanksWith(CellEntry other) =>
        IsAnyMessage == other.IsAnyMessage && Row.Row.IsShared == other.Row.Row.IsShared && NamedTags == other.NamedTags;

    public bool HasGuardOf(CellEntry other) => Row.GuardNumber == other.Row.GuardNumber;

    public bool HasPatternOf(CellEntry other) => Trigger.Pattern == other.Trigger.Pattern && Trigger.From == other.Trigger.From;

    /// <summary>True where some event fits both patterns.</summary>
    public bool Overlaps(CellEntry other) =>
        (Trigger.From is null || other.Trigger.From is null || Trigger.From == other.Trigger.From)
        && Overlap(Trigger.Pattern, other.Trigger.Pattern);

    /// <summary>True where every event that fits the other's pattern fits this one's.</summary>
    public bool Covers(CellEntry other) =>
        (Trigger.From is null || Trigger.From == other.Trigger.From) && Cover(Trigger.Pattern, other.Trigger.Pattern);

    private static bool Overlap(EquatableArray<int> left, EquatableArray<int> right)
    {
        for (var i = 0; i < left.Count && i < right.Count; i++)
        {
            if (left[i] >= 0 && right[i] >= 0 && left[i] != right[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool Cover(EquatableArray<int> wide, EquatableArray<int> narrow)
    {
        for (var i = 0; i < wide.Count; i++)
        {
            if (wide[i] >= 0 && (i >= narrow.Count || wide[i] != narrow[i]))
            {
                return false;
            }
        }

        return true;
    }
}
