using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ProtoDsl.Language.Binding.Declarations;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Binding.Naming;
using ProtoDsl.Language.Binding.Rows;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Binding.Actions;

/// <summary>What stands in parentheses after a send or an effect.</summary>
internal sealed class ArgumentBinder(BindingContext context, IReadOnlyList<TagType> tags, string machine)
{
    /// <summary>One argument for each parameter of the message.</summary>
    public EquatableArray<Argument> BindSend(EquatableArray<ValueSyntax> values, Message message, Carried carried)
    {
        var arguments = new List<Argument>();
        for (var i = 0; i < message.Parameters.Count; i++)
        {
            arguments.Add(i < values.Count ? BindForParameter(values[i], message.Parameters[i], carried) : new MissingArgument());
        }

        if (values.Count > message.Parameters.Count && context.FirstTime("too many", message.Name))
        {
            context.Report(EventMessages.TooMany(values[message.Parameters.Count], message.Name, message.Parameters.Count));
        }

        return arguments.ToEquatableArray();
    }

    /// <summary>The arguments of an effect; null where one cannot be understood, which is then reported.</summary>
    public List<WrittenArgument>? BindEffect(EquatableArray<ValueSyntax> values, Carried carried)
    {
        var arguments = new List<WrittenArgument>();
        var isSound = true;
        foreach (var value in values)
        {
            if (arguments.Count == Limits.Parameters)
            {
                context.Report(LimitMessages.TooMany(value.Span, "arguments", Limits.Parameters));
                return null;
            }

            if (BindFree(value, carried) is { } argument)
            {
                arguments.Add(argument);
            }
            else
            {
                isSound = false;
            }
        }

        return isSound ? arguments : null;
    }

    private Argument BindForParameter(ValueSyntax value, Parameter parameter, Carried carried)
    {
        if (value.Kind == ValueKind.Wildcard || value.Text.Length == 0)
        {
            return new MissingArgument();
        }

        if (parameter.Tag >= 0 && PatternBinder.IndexOf(tags[parameter.Tag], value) is >= 0 and var index)
        {
            return new TagArgument(parameter.Tag, index);
        }

        if (value.Kind == ValueKind.Number)
        {
            return BindNumber(value, parameter);
        }

        if (carried.Find(value.Text, out var isInSome) is not { } found)
        {
            ReportUnknown(value, parameter, carried, isInSome);
            return new MissingArgument();
        }

        if (!MayBecome(found, parameter))
        {
            context.Report(ActionMessages.OtherTag(value, TypeOf(found), TypeOf(parameter)));
            return new MissingArgument();
        }

        return new ParameterArgument(found.Name);
    }

    private Argument BindNumber(ValueSyntax value, Parameter parameter)
    {
        if (parameter.Tag >= 0)
        {
            context.Report(EventMessages.Value(value, tags[parameter.Tag], null));
            return new MissingArgument();
        }

        var type = parameter.Type ?? "";
        var fits = Number(value) is { } number
            && (IntegerType.Find(type) is { } integer ? number >= integer.Least && number <= integer.Most : type is "float" or "double" or "decimal");
        if (fits)
        {
            return new NumberArgument(Number(value) ?? 0);
        }

        context.Report(ActionMessages.NumberDoesNotFit(value, type));
        return new MissingArgument();
    }

    private WrittenArgument? BindFree(ValueSyntax value, Carried carried)
    {
        switch (value.Kind)
        {
            case ValueKind.Wildcard:
                context.Report(ActionMessages.Wildcard(value));
                return null;
            case ValueKind.Number when Number(value) is { } number:
                return new WrittenArgument(new NumberArgument(number), "number", -1, number is >= int.MinValue and <= int.MaxValue ? "int" : "long");
            case ValueKind.Number:
                context.Report(ActionMessages.NumberDoesNotFit(value, "long"));
                return null;
        }

        if (carried.Find(value.Text, out var isInSome) is { } found)
        {
            return new WrittenArgument(new ParameterArgument(found.Name), found.Name, found.Tag, found.Type);
        }

        var candidates = TagsWith(value).Take(2).ToList();
        if (candidates.Count == 1 && !isInSome)
        {
            var tag = candidates[0];
            return new WrittenArgument(new TagArgument(tag, PatternBinder.IndexOf(tags[tag], value)), CSharpNaming.Camel(tags[tag].TypeName), tag, null);
        }

        if (candidates.Count == 2 && !isInSome)
        {
            context.Report(ActionMessages.Ambiguous(value, tags[candidates[0]].Name, tags[candidates[1]].Name));
            return null;
        }

        ReportUnknown(value, null, carried, isInSome);
        return null;
    }

    private IEnumerable<int> TagsWith(ValueSyntax value) =>
        Enumerable.Range(0, tags.Count).Where(i => (tags[i].Owner is null || tags[i].Owner == machine) && PatternBinder.IndexOf(tags[i], value) >= 0);

    private void ReportUnknown(ValueSyntax value, Parameter? parameter, Carried carried, bool isInSome)
    {
        if (isInSome)
        {
            context.Report(ActionMessages.NotInAll(value));
            return;
        }

        if (parameter is { Tag: >= 0 })
        {
            var tag = tags[parameter.Tag];
            if (context.FirstTime("value", tag.Name + "." + value.Text))
            {
                context.Report(EventMessages.Value(value, tag, context.Suggest(value.Text, tag.Values.Select(one => one.Name).Concat(carried.Names))));
            }
        }
        else if (!carried.IsOpen && context.FirstTime("argument", carried.Description + "." + value.Text))
        {
            var otherwise = parameter is null ? "hand on a parameter, a tag's value or a number" : "hand on a parameter, or write '_' and let the user's code answer";
            context.Report(ActionMessages.Unknown(value, carried.Description, context.Suggest(value.Text, carried.Names), otherwise));
        }
    }

    // What C# types convert to one another only its compiler knows; a tag is itself, or the enum that it is bound to.
    private bool MayBecome(Parameter from, Parameter to)
    {
        if (from.Tag == to.Tag)
        {
            return true;
        }

        return TypeOf(from) == TypeOf(to);
    }

    private string TypeOf(Parameter parameter) =>
        parameter.Tag < 0 ? parameter.Type ?? ""
        : tags[parameter.Tag] is { Binding: TagBinding.ExistingEnum, BoundType: { } bound } ? bound
        : tags[parameter.Tag].Name;

    private static long? Number(ValueSyntax value) =>
        long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
