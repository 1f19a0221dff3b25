using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Language.Syntax;

/// <summary>What can be wrong with a C# type.</summary>
internal static class TypeErrors
{
    public static readonly TableRule TypeRule = new("PDSL0050", "C# type not understood", TableSeverity.Error);

    public static TableDiagnostic Type(LineCursor cursor) =>
        new(TypeRule, cursor.Here, $"Expected a C# type, found {cursor.Found}; write a type such as 'int', 'byte[]?' or 'ReadOnlyMemory<byte>'");

    public static TableDiagnostic Refused(LineCursor cursor, string why) =>
        new(TypeRule, cursor.Here, $"Expected a C# type: {why}");

    public static TableDiagnostic OneElement(LineCursor cursor) =>
        new(TypeRule, cursor.Here, $"Expected ',' in a tuple type, found {cursor.Found}; write at least two elements: '(int count, string name)'");
}
