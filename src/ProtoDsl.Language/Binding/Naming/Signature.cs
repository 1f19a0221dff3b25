using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Binding.Naming;

/// <summary>A C# method by name and parameter types, as far as the table can tell types apart.</summary>
internal sealed record Signature(string Name, string Types)
{
    public static Signature Of(string name, IEnumerable<Parameter> parameters) =>
        new(name, string.Join("; ", parameters.Select(parameter => parameter.Tag >= 0 ? "tag " + parameter.Tag : parameter.Type)));

    public static Signature OfMessage(string name, int message) => new(name, "message " + message);
}
