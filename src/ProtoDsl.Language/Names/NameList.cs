using System.Collections.Generic;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Names;

/// <summary>The names found so far. A name that the parser put where none stands is none.</summary>
internal sealed class NameList(DeclaredNames declared)
{
    public List<NameUse> All { get; } = [];

    public void Declare(NameKind kind, string? owner, NameSyntax name) => Add(new NameKey(kind, owner, name.Text), name, isDeclaration: true);

    public void Add(NameKey key, SyntaxNode node, bool isDeclaration = false, bool isElsewhere = false, ArgumentPlace? argument = null)
    {
        if (key.Name.Length > 0 && node.Span.Length > 0)
        {
            All.Add(new NameUse(key, node.Span, isDeclaration) { IsElsewhere = isElsewhere, Argument = argument });
        }
    }

    /// <summary>A name that a machine uses, its own or a shared one.</summary>
    public void Use(NameKind kind, MachineView machine, NameSyntax name) =>
        Add(new NameKey(kind, machine.IsElsewhere ? machine.Name : declared.OwnerOf(kind, machine.Name, name.Text), name.Text), name, isElsewhere: machine.IsElsewhere);

    public bool IsDeclared(NameKind kind, string? machine, string name) =>
        declared.Has(new NameKey(kind, machine, name)) || declared.Has(new NameKey(kind, null, name));
}

/// <summary>The machine whose names a line uses.</summary>
/// <param name="Name">Null for none.</param>
/// <param name="IsElsewhere">True where an imported file must have it.</param>
internal readonly record struct MachineView(string? Name, bool IsElsewhere);
