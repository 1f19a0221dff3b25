using ProtoDsl.Package.Tests.Feed;

namespace ProtoDsl.Package.Tests.Consumers;

/// <summary>One project with every way to say how grave a check of a table is, a folder each.</summary>
internal static class Checks
{
    public static Consumer Consumer() =>
        new Consumer("Checks") { Properties = new() { ["NoWarn"] = "PDSL1102", ["WarningsAsErrors"] = "PDSL1104" } }
            .With(".globalconfig", "is_global = true\ndotnet_diagnostic.PDSL1103.severity = none\ndotnet_diagnostic.PDSL1107.severity = warning\n")

            // As they are.
            .With("Plain/Plain.transitions", Unreachable("Plain"))

            // An .editorconfig above the table: graver, not at all, and a rule that is hidden.
            .With("Graver/Graver.transitions", Unreachable("Graver"))
            .With("Graver/.editorconfig", Severity("PDSL1101", "error"))
            .With("Without/Without.transitions", Unreachable("Without"))
            .With("Without/.editorconfig", Severity("PDSL1101", "none"))
            .With("Complete/Complete.transitions", Table("Complete", "state On\n    Stop -> Off\n"))
            .With("Complete/.editorconfig", Severity("PDSL1109", "warning"))

            // A comment; and one for a rule that finds nothing there and for one that does not exist.
            .With("Silent/Silent.transitions", Unreachable("Silent", " // protodsl: disable PDSL1101 the next version enters it"))
            .With("Useless/Useless.transitions", Table("Useless", "state On // protodsl: disable PDSL1101, PDSL1199 nothing of the kind\n    Stop -> Off\n"))
            .With("Useless/.editorconfig", Severity("PDSL1091", "warning"))

            // NoWarn, WarningsAsErrors, and a .globalconfig that lowers one rule and raises another.
            .With("NoWarn/NoWarn.transitions", Table("NoWarn", "state On\n    Stop / note\n"))
            .With("AsError/AsError.transitions", Table("AsError", "state On\n    Stop -> Off\nin On\n    Stop / note\n"))
            .With("Lowered/Lowered.transitions", Table("Lowered", "state On\n    Stop -> Half\nstate Half\n    Start -> On\n"))
            .With("Raised/Raised.transitions", "timer Idle = 1s\n" + Table("Raised", "state On\n    entry start Idle\n    timeout Idle -> Off\n    Stop -> Half\nstate Half\n    Stop -> Off\n"));

    private static string Unreachable(string machine, string comment = "") =>
        Table(machine, $"state On\n    Stop -> Off\nstate Half{comment}\n    Stop -> Off\n");

    private static string Table(string machine, string states) =>
        $"machine {machine}\ncall Start, Stop\ninitial state Idle\n    Start -> On\n    Stop -> Off\n{states}final state Off\n    forbid Start | Stop \"it is off\"\n";

    private static string Severity(string id, string word) => $"[*.transitions]\nprotodsl_diagnostic.{id}.severity = {word}\n";
}
