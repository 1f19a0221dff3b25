using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Syntax;
using static ProtoDsl.Language.Binding.Messages.Wording;

namespace ProtoDsl.Language.Binding.Messages;

/// <summary>Messages, calls, timers and tags, as they are declared.</summary>
internal static class DeclarationMessages
{
    public static readonly TableRule DeclaredTwice = new("PDSL1010", "Name declared twice", TableSeverity.Error);
    public static readonly TableRule TagNumbers = new("PDSL1011", "Numbers as tags without a type", TableSeverity.Error);
    public static readonly TableRule TagBinding = new("PDSL1012", "Tag does not fit its type", TableSeverity.Error);
    public static readonly TableRule BoundCall = new("PDSL1013", "Call bound to a type", TableSeverity.Error);

    public static TableDiagnostic Twice(string kind, NameSyntax name, int firstLine) =>
        new(DeclaredTwice, name.Span, $"{kind} {Quote(name.Text)} is already declared in line {firstLine}; choose another name or remove one");

    public static TableDiagnostic OtherKind(string kind, NameSyntax name, string otherKind, int firstLine) =>
        new(DeclaredTwice, name.Span, $"{kind} {Quote(name.Text)} has the name of the {otherKind} of line {firstLine}; choose another name");

    public static TableDiagnostic ValueTwice(TagValueSyntax value, string tag) =>
        new(DeclaredTwice, value.Span, $"{Quote(value.Text)} is already a value of {Quote(tag)}; remove one");

    public static TableDiagnostic NumbersNeedType(TagValueSyntax value, string tag) =>
        new(TagNumbers, value.Span, $"{Quote(value.Text)} is a number, which has no name in C#; declare 'tag {(tag.IndexOf('.') < 0 ? tag : "NAME")} = {value.Text} | … = int' or bind it to an enum type");

    public static TableDiagnostic NameAmongNumbers(TagValueSyntax value, string type) =>
        new(TagBinding, value.Span, $"{Quote(value.Text)} is a name among numbers of type '{type}'; write its number, or bind the tag to an enum type");

    public static TableDiagnostic ValueTooLarge(TagValueSyntax value, string type, long least, long most) =>
        new(TagBinding, value.Span, $"{Quote(value.Text)} does not fit into '{type}' ({least} to {most}); choose a larger type");

    public static TableDiagnostic NotAnEnum(CSharpTypeSyntax type) =>
        new(TagBinding, type.Span, $"{Quote(type.Text)} cannot be the type of a tag; write an integer type or the name of an enum");

    public static TableDiagnostic CallHasNoType(CSharpTypeSyntax type, NameSyntax call) =>
        new(BoundCall, type.Span, $"Only a message can be bound to a C# type; remove '= {type.Text}' from the call {Quote(call.Text)}");
}
