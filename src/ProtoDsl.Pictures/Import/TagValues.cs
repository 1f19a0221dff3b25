using System;
using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Pictures.Import;

/// <summary>The values that the cells of a matrix ask for, by message or call and parameter: what a declaration must have.</summary>
internal sealed class TagValues
{
    private const string Any = "_";
    private readonly Dictionary<string, List<List<string>>> _values = [];

    /// <summary>Notes the values of <c>(FIN, _)</c>.</summary>
    public void Add(string name, string written)
    {
        if (!_values.TryGetValue(name, out var parameters))
        {
            _values[name] = parameters = [];
        }

        var values = ValuesOf(written);
        for (var index = 0; index < values.Length; index++)
        {
            if (index == parameters.Count)
            {
                parameters.Add([]);
            }

            if (values[index] != Any && !parameters[index].Contains(values[index]))
            {
                parameters[index].Add(values[index]);
            }
        }
    }

    /// <summary>True where all these values are known: not names of what the event carries, which a matrix does not declare.</summary>
    public bool Has(string name, string written) =>
        _values.TryGetValue(name, out var parameters)
        && ValuesOf(written).Select((value, index) => value == Any || (index < parameters.Count && parameters[index].Contains(value))).All(isKnown => isKnown);

    /// <summary>The declaration, <c>ACK(SYN|FIN value1)</c>, and tags of numbers to declare before it.</summary>
    public string Declare(string name, List<string> tags)
    {
        if (!_values.TryGetValue(name, out var parameters))
        {
            return name;
        }

        var declared = parameters.Select((values, index) => $"{TypeOf(name, values, index + 1, tags)} value{index + 1}");
        return parameters.Count == 0 ? name : $"{name}({string.Join(", ", declared)})";
    }

    private static string TypeOf(string name, List<string> values, int number, List<string> tags)
    {
        var written = values.Count == 0 ? "" : string.Join(" | ", values.Count > 1 ? values : values.Append(values[0].All(char.IsDigit) ? "0" : "Other"));
        if (values.Count == 0)
        {
            return "string";
        }

        if (!values.All(value => value.All(char.IsDigit)))
        {
            return written.Replace(" ", "");
        }

        var tag = $"{name}Value{number}";
        tags.Add($"tag {tag} = {written} = int");
        return tag;
    }

    private static string[] ValuesOf(string written) =>
        written.Trim('(', ')').Split(',').Select(value => value.Trim()).Where(value => value.Length > 0).ToArray();
}
