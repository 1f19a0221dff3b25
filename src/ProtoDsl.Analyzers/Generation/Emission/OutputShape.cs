using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>The messages that a machine cannot build from its table alone, and asks its user for: one method for each set of arguments
/// that a row gives.</summary>
internal sealed class OutputShape
{
    private readonly Protocol _protocol;
    private readonly string _suffix;
    private readonly Dictionary<string, CreateMethod> _methods = new();

    public OutputShape(Protocol protocol, Machine machine, TypeNames types, Flavor flavor)
    {
        _protocol = protocol;
        _suffix = flavor.Suffix;
        var signatures = new HashSet<string>();
        var steps = machine.Rows.SelectMany(row => row.Effects)
            .Concat(machine.States.SelectMany(state => state.Exit.Concat(state.Entry)));
        foreach (var send in steps.OfType<SendStep>())
        {
            if (!IsAsked(send) || _methods.ContainsKey(Key(send)))
            {
                continue;
            }

            var given = protocol.Messages[send.Message].Parameters
                .Where((_, index) => index < send.Arguments.Count && send.Arguments[index] is not MissingArgument)
                .ToArray();

            // Two sets of arguments of the same types would be one signature: the second is named after what it is given.
            var name = "Create" + protocol.Messages[send.Message].TypeName;
            var shape = "(" + string.Join(",", given.Select(types.Of)) + ")";
            if (!signatures.Add(name + shape))
            {
                name += "With" + string.Concat(given.Select(parameter => parameter.PropertyName));
                signatures.Add(name + shape);
            }

            _methods.Add(Key(send), new CreateMethod(CSharpText.Identifier(name + _suffix), send.Message, given));
        }
    }

    /// <summary>The methods in order of first use.</summary>
    public IEnumerable<CreateMethod> Methods => _methods.Values;

    /// <summary>True where the row gives too little; and for an existing type, whose constructors nobody knows here.</summary>
    public bool IsAsked(SendStep send) =>
        _protocol.Messages[send.Message].BoundType is not null
        || send.Arguments.Count < _protocol.Messages[send.Message].Parameters.Count
        || send.Arguments.Any(argument => argument is MissingArgument);

    /// <summary>The method that is asked.</summary>
    public string Method(SendStep send) => _methods[Key(send)].Name;

    private static string Key(SendStep send) =>
        CSharpText.Number(send.Message) + ":" + string.Concat(send.Arguments.Select(argument => argument is MissingArgument ? '_' : 'x'));

    /// <summary>A method that makes a message.</summary>
    internal sealed record CreateMethod(string Name, int Message, IReadOnlyList<Parameter> Given);
}
