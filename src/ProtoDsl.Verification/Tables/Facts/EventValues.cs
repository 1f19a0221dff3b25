using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Systems.Building;

namespace ProtoDsl.Verification.Tables.Facts;

/// <summary>One way in which an event may happen, as far as the rows of a cell tell ways apart.</summary>
/// <param name="Values">For each parameter the index of its value; <see cref="Any"/> where no row tells values apart, <see cref="Other"/> for a value that the tag does not name
/// (an existing enum may have more).</param>
/// <param name="Sender">A role that some row names after <c>from</c>; null for all others.</param>
internal sealed record EventValues(EquatableArray<int> Values, string? Sender)
{
    public const int Any = -1;
    public const int Other = int.MaxValue;

    /// <summary>True where a value is named that the tag does not have.</summary>
    public bool HasOther => Values.Contains(Other);

    /// <summary>True where this is certainly one that the trigger speaks of.</summary>
    public bool IsCoveredBy(RowTrigger trigger) =>
        (trigger.From is null || trigger.From == Sender) && Matches(trigger.Pattern, false);

    /// <summary>True where it may be one that the trigger speaks of.</summary>
    public bool MayBe(RowTrigger trigger) =>
        (trigger.From is null || Sender is null || trigger.From == Sender) && Matches(trigger.Pattern, true);

    /// <summary>As a scenario writes it: <c>ACK(SYN)</c>.</summary>
    public string TextOf(string name, Protocol protocol, EquatableArray<Parameter> parameters) =>
        EventText.Of(name, Values.Select((value, i) => value is Any or Other ? EventText.Any : protocol.Tags[parameters[i].Tag].Values[value].Name).ToArray());

    private bool Matches(EquatableArray<int> pattern, bool ifAny)
    {
        for (var i = 0; i < pattern.Count; i++)
        {
            var value = i < Values.Count ? Values[i] : Any;
            if (pattern[i] >= 0 && pattern[i] != value && !(ifAny && value == Any))
            {
                return false;
            }
        }

        return true;
    }
}
