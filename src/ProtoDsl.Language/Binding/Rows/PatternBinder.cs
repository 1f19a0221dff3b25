using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Binding.Rows;

/// <summary>What an event's arguments ask of its tags.</summary>
internal sealed class PatternBinder(BindingContext context, IReadOnlyList<TagType> tags)
{
    /// <summary>A value index for each parameter, -1 where any will do; empty where all will do; null where a value
    /// cannot be understood, which is then reported.</summary>
    public EquatableArray<int>? Bind(EquatableArray<ValueSyntax> arguments, EquatableArray<Parameter> parameters, string name)
    {
        if (arguments.IsEmpty)
        {
            return default(EquatableArray<int>);
        }

        var isSound = true;

        var pattern = Enumerable.Repeat(-1, parameters.Count).ToArray();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (i >= parameters.Count)
            {
                if (context.FirstTime("too many", name))
                {
                    context.Report(EventMessages.TooMany(arguments[i], name, parameters.Count));
                }

                isSound = false;
                break;
            }

            isSound &= BindValue(arguments[i], parameters[i], name, out pattern[i]);
        }

        return !isSound ? null : pattern.All(value => value < 0) ? default(EquatableArray<int>) : pattern.ToEquatableArray();
    }

    /// <summary>The place of a value in its tag; -1 where it has none.</summary>
    public static int IndexOf(TagType tag, ValueSyntax value)
    {
        for (var i = 0; i < tag.Values.Count; i++)
        {
            var candidate = tag.Values[i];
            if (candidate.Name == value.Text
                || (candidate.Number is { } number && value.Kind == ValueKind.Number
                    && long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var written) && number == written))
            {
                return i;
            }
        }

        return -1;
    }

    private bool BindValue(ValueSyntax value, Parameter parameter, string name, out int index)
    {
        index = -1;
        if (value.Kind == ValueKind.Wildcard || value.Text.Length == 0)
        {
            return true;
        }

        if (parameter.Tag < 0)
        {
            if (context.FirstTime("pattern", name + "." + parameter.Name))
            {
                context.Report(EventMessages.PatternOnType(value, parameter));
            }

            return false;
        }

        var tag = tags[parameter.Tag];
        index = IndexOf(tag, value);
        if (index < 0 && context.FirstTime("value", tag.Name + "." + value.Text))
        {
            context.Report(EventMessages.Value(value, tag, context.Suggest(value.Text, tag.Values.Select(candidate => candidate.Name))));
        }

        return index >= 0;
    }
}
