using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Binding.Naming;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding.Declarations;

/// <summary>Finite types: those of <c>tag</c> lines and those written in a parameter.</summary>
internal sealed class TagBinder(BindingContext context)
{
    /// <summary>Every tag so far; the place in the list is the index in the model.</summary>
    public List<TagSymbol> All { get; } = [];

    public void Declare(TagLine line, Scope scope)
    {
        if (line.Name.IsMissing)
        {
            return;
        }

        if (scope.FindTag(line.Name.Text) is { } first)
        {
            context.Report(DeclarationMessages.Twice("Tag", line.Name, context.LineOf(first.Span)));
            return;
        }

        var type = Bind(line.Name.Text, CSharpNaming.Pascal(line.Name.Text), line.Values, line.BoundType, out var spans) with
        {
            Owner = scope.Owner,
            Documentation = line.Documentation,
        };
        scope.OwnTags.Add(Add(type, line.Name.Span, spans));
    }

    /// <summary>The alternatives of a parameter.</summary>
    public TagSymbol DeclareInline(string signature, string typePrefix, ParameterSyntax parameter, Scope scope)
    {
        var name = signature + "." + parameter.Name.Text;
        var type = Bind(name, typePrefix + CSharpNaming.Pascal(parameter.Name.Text), parameter.Alternatives, null, out var spans) with { Owner = scope.Owner };
        var tag = Add(type, parameter.Name.IsMissing ? parameter.Span : parameter.Name.Span, spans);
        tag.IsUsed = true;
        return tag;
    }

    private TagSymbol Add(TagType type, TextSpan span, List<TextSpan> values)
    {
        var symbol = new TagSymbol(type, All.Count, span, values);
        All.Add(symbol);
        return symbol;
    }

    private TagType Bind(string name, string typeName, EquatableArray<TagValueSyntax> syntax, CSharpTypeSyntax? bound, out List<TextSpan> spans)
    {
        spans = [];
        var binding = BindingOf(bound, out var integer);
        var hasNumbers = syntax.Any(value => value.Number is not null);
        var values = new List<TagValue>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in syntax)
        {
            if (value.Text.Length == 0)
            {
                continue;
            }

            if (values.Count == Limits.TagValues)
            {
                context.Report(LimitMessages.TooMany(value.Span, "values in a tag", Limits.TagValues));
                break;
            }

            if (!seen.Add(value.Number is { } number ? Digits(number) : value.Text))
            {
                context.Report(DeclarationMessages.ValueTwice(value, name));
                continue;
            }

            // A number that does not fit was reported: the member is generated all the same, with a number of the compiler's.
            var fits = Check(value, name, binding, integer, hasNumbers, bound is not null, values.Count);
            spans.Add(value.Span);
            values.Add(new TagValue(value.Text, MemberName(value, binding), fits ? value.Number : null));
        }

        return new TagType
        {
            Name = name,
            TypeName = typeName,
            Binding = binding,
            BoundType = integer?.Keyword ?? (binding == TagBinding.ExistingEnum ? bound?.Text : null),
            Values = values.ToEquatableArray(),
        };
    }

    private TagBinding BindingOf(CSharpTypeSyntax? bound, out IntegerType? integer)
    {
        integer = bound is null ? null : IntegerType.Find(bound.Text);
        if (bound is null || bound.Text.Length == 0)
        {
            return TagBinding.GeneratedEnum;
        }

        if (integer is not null)
        {
            return TagBinding.GeneratedInteger;
        }

        if (IntegerType.CannotBeEnum(bound.Text))
        {
            context.Report(DeclarationMessages.NotAnEnum(bound));
            return TagBinding.GeneratedEnum;
        }

        context.CSharpTypes.Add(new CSharpTypeUse(bound.Text, bound.Span, MustBeEnum: true));
        return TagBinding.ExistingEnum;
    }

    private bool Check(TagValueSyntax value, string tag, TagBinding binding, IntegerType? integer, bool hasNumbers, bool isBound, int place)
    {
        if (binding == TagBinding.GeneratedEnum && value.Number is not null && !isBound && context.FirstTime("numbers", tag))
        {
            context.Report(DeclarationMessages.NumbersNeedType(value, tag));
        }
        else if (integer is not null && value.Number is null && hasNumbers)
        {
            context.Report(DeclarationMessages.NameAmongNumbers(value, integer.Keyword));
        }
        else if (integer is not null && ((value.Number ?? place) < integer.Least || (value.Number ?? place) > integer.Most))
        {
            context.Report(DeclarationMessages.ValueTooLarge(value, integer.Keyword, integer.Least, integer.Most));
            return false;
        }

        return true;
    }

    private static string MemberName(TagValueSyntax value, TagBinding binding)
    {
        if (binding == TagBinding.ExistingEnum)
        {
            return value.Text;
        }

        return value.Number switch
        {
            null => CSharpNaming.Pascal(value.Text),
            < 0 => "CodeMinus" + Digits(value.Number.Value).Substring(1),
            _ => "Code" + Digits(value.Number.Value),
        };
    }

    private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);
}
