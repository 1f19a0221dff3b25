using System;
using System.Collections.Generic;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Binding.Naming;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Binding.Declarations;

/// <summary>What the lines above the declarations say.</summary>
internal sealed class HeaderBinder(BindingContext context)
{
    private ProtocolLine? _protocol;
    private NamespaceLine? _namespace;

    public string Name { get; private set; } = "Protocol";

    public string? Documentation => _protocol?.Documentation;

    public string? Namespace => _namespace?.Name.Text;

    public int Version { get; private set; }

    public List<string> Usings { get; } = [];

    public List<string> Imports { get; } = [];

    public void Bind(IReadOnlyList<LineSyntax> lines, string fileName)
    {
        foreach (var line in lines)
        {
            switch (line)
            {
                case ProtocolLine protocol:
                    Take(ref _protocol, protocol);
                    break;
                case NamespaceLine @namespace:
                    Take(ref _namespace, @namespace);
                    break;
                case UsingLine @using:
                    AddOnce(Usings, @using.Name.Text, @using);
                    break;
                case ImportLine import:
                    foreach (var name in import.Protocols)
                    {
                        AddOnce(Imports, name.Text, name);
                    }

                    break;
            }
        }

        Name = _protocol is { Name.IsMissing: false } ? _protocol.Name.Text : CSharpNaming.Identifier(fileName);
        Version = (int)Math.Min(_protocol?.Version?.Value ?? 0, int.MaxValue);
    }

    private void Take<T>(ref T? field, T line)
        where T : LineSyntax
    {
        if (field is null)
        {
            field = line;
        }
        else
        {
            context.Report(PlacementMessages.Twice(line, context.LineOf(field.Span)));
        }
    }

    private void AddOnce(List<string> names, string name, SyntaxNode node)
    {
        if (name.Length == 0)
        {
            return;
        }

        if (names.Contains(name))
        {
            context.Report(PlacementMessages.NamedTwice(node, name));
        }
        else if (names.Count < Limits.Groups)
        {
            names.Add(name);
        }
        else if (context.FirstTime("limit", "names"))
        {
            context.Report(LimitMessages.TooMany(node.Span, "names in 'using' or 'import'", Limits.Groups));
        }
    }
}
