using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Declarations;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding.Naming;

/// <summary>Properties of generated messages.</summary>
internal static class MessagePropertyNames
{
    private static readonly string[] s_object = ["Equals", "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone", "ReferenceEquals"];

    public static void Check(
        BindingContext context, IEnumerable<MessageSymbol> messages, IReadOnlyDictionary<TextSpan, EquatableArray<ParameterSyntax>> syntax)
    {
        foreach (var message in messages.Where(message => message.Message.BoundType is null))
        {
            var names = new NameTable(context);
            foreach (var name in s_object)
            {
                names.Reserve(name, "a member of every C# object");
            }

            var parameters = new List<Parameter>();
            foreach (var parameter in message.Message.Parameters)
            {
                var span = syntax[message.Span].First(one => one.Name.Text == parameter.Name).Name.Span;
                var property = parameter.PropertyName;
                if (property == message.Message.TypeName)
                {
                    context.Report(NameMessages.OwnType(span, parameter.Name, message.Message.TypeName));
                    property += "_";
                }

                parameters.Add(parameter with { PropertyName = names.Add(property, parameter.Name, span) });
            }

            message.Message = message.Message with { Parameters = parameters.ToEquatableArray() };
        }
    }
}
