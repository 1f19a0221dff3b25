using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Relation;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Reads the values of an event's tags where they stand in the call: constants among the arguments of a call, or among those of the
/// message that is made right there.</summary>
internal static class TagReader
{
    /// <summary>What is known of the tags.</summary>
    public static TagKnowledge Read(EventTable @event, IInvocationOperation call)
    {
        var tags = @event.Event.Tags;
        if (tags.IsEmpty)
        {
            return TagKnowledge.None;
        }

        var arguments = @event.Event.Kind == RelationEventKind.Receive ? ArgumentsOfMessage(call) : call.Arguments;
        return new TagKnowledge(tags.Select(tag => tag.IsHidden ? default : WordsFor(tag.Name, arguments)).ToImmutableArray());
    }

    private static IEnumerable<IArgumentOperation> ArgumentsOfMessage(IInvocationOperation call)
    {
        var message = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
        while (message is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
        {
            message = conversion.Operand;
        }

        return message is IObjectCreationOperation { Initializer: null } creation ? creation.Arguments : ImmutableArray<IArgumentOperation>.Empty;
    }

    private static ImmutableArray<string> WordsFor(string parameter, IEnumerable<IArgumentOperation> arguments)
    {
        var argument = arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter);
        if (argument?.Value is not { ConstantValue: { HasValue: true, Value: { } constant } } || MachineType.NumberOf(constant) is not { } number)
        {
            return default;
        }

        var members = argument.Parameter?.Type is INamedTypeSymbol { TypeKind: TypeKind.Enum } type
            ? type.GetMembers().OfType<IFieldSymbol>().Where(field => MachineType.NumberOf(field.ConstantValue) == number).Select(field => field.Name)
            : [];
        var written = constant is ulong big ? big.ToString(CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture);
        return members.Append(written).ToImmutableArray();
    }
}
