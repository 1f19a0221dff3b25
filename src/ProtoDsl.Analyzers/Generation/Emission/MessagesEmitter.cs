using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>The structs that messages become: values with equality, and a text like the table's.</summary>
internal sealed class MessagesEmitter
{
    private readonly SourceWriter _writer;
    private readonly Protocol _protocol;
    private readonly TypeNames _types;

    public MessagesEmitter(SourceWriter writer, Protocol protocol, TypeNames types)
    {
        _writer = writer;
        _protocol = protocol;
        _types = types;
    }

    /// <summary>Writes the messages of one owner: a machine's name, or null for what the machines share.</summary>
    public void Write(string? owner)
    {
        foreach (var message in _protocol.Messages.Where(message => message.Owner == owner && message.BoundType is null))
        {
            Write(message);
        }
    }

    private void Write(Message message)
    {
        var name = CSharpText.Identifier(message.TypeName);
        _writer.Line();
        _writer.Summary(message.Documentation, $"The message {Documentation.Code(message.Name)}.");
        using (_writer.Block($"{(message.IsPublic ? "public" : "internal")} readonly partial struct {name} : global::System.IEquatable<{name}>"))
        {
            Constructor(name, message.Parameters);
            Equality(name, message.Parameters);
            Text(message);
            Operators.Write(_writer, name);
        }
    }

    private void Constructor(string name, EquatableArray<Parameter> parameters)
    {
        if (parameters.IsEmpty)
        {
            return;
        }

        _writer.Doc($"<summary>Makes the message.</summary>");
        foreach (var parameter in parameters)
        {
            _writer.Doc($"<param name=\"{CSharpText.Identifier(parameter.Name).TrimStart('@')}\">What {Documentation.Code(parameter.PropertyName)} holds.</param>");
        }

        using (_writer.Block($"public {name}({_types.Declare(parameters)})"))
        {
            foreach (var parameter in parameters)
            {
                _writer.Line($"this.{CSharpText.Identifier(parameter.PropertyName)} = {CSharpText.Identifier(parameter.Name)};");
            }
        }

        foreach (var parameter in parameters)
        {
            _writer.Line();
            _writer.Doc($"<summary>The parameter {Documentation.Code(parameter.Name)}.</summary>");
            _writer.Line($"public {_types.Of(parameter)} {CSharpText.Identifier(parameter.PropertyName)} {{ get; }}");
        }

        _writer.Line();
    }

    private void Equality(string name, EquatableArray<Parameter> parameters)
    {
        _writer.Doc("<inheritdoc/>");
        if (parameters.IsEmpty)
        {
            _writer.Line($"public bool Equals({name} other) => true;");
        }
        else
        {
            using (_writer.Block($"public bool Equals({name} other)"))
            {
                Each(parameters, "return ", parameter => $"{Comparer(parameter)}.Equals(this.{Property(parameter)}, other.{Property(parameter)})", "&& ");
            }
        }

        _writer.Line();
        _writer.Doc("<inheritdoc/>");
        _writer.Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);");
        _writer.Line();
        _writer.Doc("<inheritdoc/>");
        if (parameters.IsEmpty)
        {
            _writer.Line("public override int GetHashCode() => 0;");
            return;
        }

        using (_writer.Block("public override int GetHashCode()"))
        {
            _writer.Line("var hash = 17;");
            foreach (var parameter in parameters)
            {
                _writer.Line($"hash = unchecked((hash * 31) + {Comparer(parameter)}.GetHashCode(this.{Property(parameter)}!));");
            }

            _writer.Line("return hash;");
        }
    }

    private void Text(Message message)
    {
        _writer.Line();
        _writer.Doc("<summary>The message as the table writes it.</summary>");
        _writer.Doc("<returns>Name and arguments.</returns>");
        if (message.Parameters.IsEmpty)
        {
            _writer.Line($"public override string ToString() => {CSharpText.Literal(message.Name)};");
            return;
        }

        using (_writer.Block("public override string ToString()"))
        {
            var values = string.Join(" + \", \" + ", message.Parameters.Select(parameter => $"this.{Property(parameter)}"));
            _writer.Line($"return {CSharpText.Literal(message.Name + "(")} + {values} + \")\";");
        }
    }

    private void Each(EquatableArray<Parameter> parameters, string opening, System.Func<Parameter, string> text, string word)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            var line = (i == 0 ? opening : "    " + word) + text(parameters[i]) + (i == parameters.Count - 1 ? ";" : "");
            _writer.Line(line);
        }
    }

    private string Comparer(Parameter parameter) => $"global::System.Collections.Generic.EqualityComparer<{_types.Of(parameter)}>.Default";

    private static string Property(Parameter parameter) => CSharpText.Identifier(parameter.PropertyName);
}
