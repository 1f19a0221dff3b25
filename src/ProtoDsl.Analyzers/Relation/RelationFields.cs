using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Analyzers.Relation;

/// <summary>Walks the fields of one line of a relation.</summary>
internal sealed class FieldReader(string line)
{
    private int _position;

    /// <summary>The next field; null at the end of the line. An empty field (two blanks in a row) ends the line too.</summary>
    public string? Next()
    {
        if (_position >= line.Length)
        {
            return null;
        }

        var end = line.IndexOf(' ', _position);
        end = end < 0 ? line.Length : end;
        var field = line.Substring(_position, end - _position);
        _position = end + 1;
        return field.Length == 0 ? null : field;
    }

    /// <summary>What is left of the line; null for nothing.</summary>
    public string? Rest() => _position > line.Length ? null : line.Substring(_position);
}

/// <summary>Reads single fields of a relation.</summary>
internal static class RelationFields
{
    /// <summary>A number from 0 up to, without, a limit; else -1.</summary>
    public static int Number(string? field, int limit)
    {
        if (field is null || field.Length is 0 or > 9)
        {
            return -1;
        }

        var value = 0;
        foreach (var c in field)
        {
            if (c is < '0' or > '9')
            {
                return -1;
            }

            value = (value * 10) + (c - '0');
        }

        return value < limit ? value : -1;
    }

    /// <summary>Ascending numbers below a limit, written as <c>0,3-7,9</c>; null where they are not, or are more than allowed.</summary>
    public static EquatableArray<int>? Ranges(string? field, int limit, int allowed)
    {
        if (field is null)
        {
            return null;
        }

        var numbers = new List<int>();
        foreach (var part in field.Split(','))
        {
            var dash = part.IndexOf('-');
            var first = Number(dash < 0 ? part : part.Substring(0, dash), limit);
            var last = dash < 0 ? first : Number(part.Substring(dash + 1), limit);
            if (first < 0 || last < first || (numbers.Count > 0 && first <= numbers[numbers.Count - 1]) || numbers.Count + (last - first) + 1 > allowed)
            {
                return null;
            }

            for (var number = first; number <= last; number++)
            {
                numbers.Add(number);
            }
        }

        return numbers.ToEquatableArray();
    }

    /// <summary>A pattern over so many tags; null where it has another length.</summary>
    public static EquatableArray<string?>? Pattern(string? field, int tags)
    {
        if (field is null or RelationText.Nothing)
        {
            return field is null ? null : default(EquatableArray<string?>);
        }

        var values = field.Split(',');
        return values.Length == tags && values.All(value => value.Length > 0)
            ? values.Select(value => value == RelationText.AnyValue ? null : value).ToEquatableArray()
            : null;
    }

    /// <summary>Flags; those that this reader does not know are passed over.</summary>
    public static RelationCaseFlags CaseFlags(string field)
    {
        var flags = RelationCaseFlags.None;
        foreach (var c in field)
        {
            flags |= c switch
            {
                'g' => RelationCaseFlags.Guarded,
                't' => RelationCaseFlags.ThrowsInSource,
                'x' => RelationCaseFlags.ThrowsInTarget,
                _ => RelationCaseFlags.None,
            };
        }

        return flags;
    }
}
