using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>The enums that tags become.</summary>
internal sealed class TagsEmitter
{
    private readonly SourceWriter _writer;
    private readonly Protocol _protocol;

    public TagsEmitter(SourceWriter writer, Protocol protocol)
    {
        _writer = writer;
        _protocol = protocol;
    }

    /// <summary>Writes the enums of one owner: a machine's name, or null for what the machines share.</summary>
    public void Write(string? owner)
    {
        for (var index = 0; index < _protocol.Tags.Count; index++)
        {
            var tag = _protocol.Tags[index];
            if (tag.Owner == owner && tag.Binding != TagBinding.ExistingEnum)
            {
                Write(index, tag);
            }
        }
    }

    /// <summary>True where something of a public machine bears the tag.</summary>
    public static bool IsPublic(Protocol protocol, int tag) =>
        protocol.Messages.Any(message => message.IsPublic && Bears(message.Parameters, tag))
        || protocol.Machines.Any(machine => (machine.Modifiers & Language.Syntax.MachineModifiers.Public) != 0
            && (machine.Calls.Any(call => Bears(call.Parameters, tag)) || machine.Actions.Any(action => Bears(action.Parameters, tag))));

    private static bool Bears(System.Collections.Generic.IEnumerable<Parameter> parameters, int tag) => parameters.Any(parameter => parameter.Tag == tag);

    private void Write(int index, TagType tag)
    {
        _writer.Line();
        _writer.Summary(tag.Documentation, $"The tag {Documentation.Code(tag.Name)}.");
        _writer.Line(ProtocolEmitter.GeneratedCode);
        var storage = tag.Binding == TagBinding.GeneratedInteger ? tag.BoundType ?? "int" : tag.Values.Count <= 256 ? "byte" : "int";
        using (_writer.Block($"{(IsPublic(_protocol, index) ? "public" : "internal")} enum {CSharpText.Identifier(tag.TypeName)} : {storage}"))
        {
            foreach (var value in tag.Values)
            {
                _writer.Doc($"<summary>{Documentation.Code(value.Name)}</summary>");
                var number = tag.Binding == TagBinding.GeneratedInteger && value.Number is { } given ? " = " + CSharpText.Number(given) : "";
                _writer.Line($"{CSharpText.Identifier(value.MemberName)}{number},");
            }
        }
    }
}
