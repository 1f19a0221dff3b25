using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Text;
using static ProtoDsl.Language.Binding.Messages.Wording;

namespace ProtoDsl.Language.Binding.Messages;

/// <summary>Names of the table that clash once they are names of C#.</summary>
internal static class NameMessages
{
    public static readonly TableRule Clash = new("PDSL1070", "Two names become one in C#", TableSeverity.Error);
    public static readonly TableRule Reserved = new("PDSL1071", "Name is taken by a generated member", TableSeverity.Error);
    public static readonly TableRule BoundTwice = new("PDSL1072", "Two messages bound to one type", TableSeverity.Error);
    public static readonly TableRule DisposeRule = new("PDSL1073", "Dispose is not always legal", TableSeverity.Error);

    public static TableDiagnostic Same(TextSpan span, string name, string other, int otherLine, string csharpName) =>
        new(Clash, span, $"{Quote(name)} and {Quote(other)} in line {otherLine} both become {Quote(csharpName)} in C#; rename one of them");

    public static TableDiagnostic Generated(TextSpan span, string name, string csharpName, string what) =>
        new(Reserved, span, name == csharpName
            ? $"{Quote(name)} is in C# {what}; choose another name"
            : $"{Quote(name)} becomes {Quote(csharpName)} in C#, which is {what}; choose another name");

    public static TableDiagnostic OwnType(TextSpan span, string name, string type) =>
        new(Reserved, span, $"{Quote(name)} becomes a C# member with the name of its type {Quote(type)}, which C# does not allow; choose another name");

    public static TableDiagnostic Bound(TextSpan span, string name, string other, string type) =>
        new(BoundTwice, span, $"{Quote(name)} and {Quote(other)} are both the C# type {Quote(type)}, so that the machine cannot tell them apart; bind one to another type, or let its struct be generated");

    public static TableDiagnostic DisposeParameters(TextSpan span, string name) =>
        new(DisposeRule, span, $"{Quote(name)} makes the class disposable and cannot have parameters; remove them, or choose another name");

    public static TableDiagnostic DisposeIllegal(TextSpan span, string name, string states) =>
        new(DisposeRule, span, $"{Quote(name)} makes the class disposable and must be legal in every state, whatever a guard says; it is not in {states}: write 'ignore {Clip(name)}' or a row there");
}
