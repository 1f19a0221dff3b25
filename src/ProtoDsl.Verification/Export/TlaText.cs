using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Verification.Export;

/// <summary>Parts of formulas.</summary>
internal static class TlaText
{
    public static string State(ExportedSystem model, int role, int state) => $"\"{model.States[role][state]}\"";

    public static string States(ExportedSystem model, int role, IEnumerable<int> states) =>
        $"{{{string.Join(", ", states.Select(state => State(model, role, state)))}}}";

    public static string Letter(ExportedSystem model, int letter) => $"\"{model.Letters[letter]}\"";

    public static string Letters(ExportedSystem model, IEnumerable<int> letters) =>
        $"{{{string.Join(", ", letters.Select(letter => Letter(model, letter)))}}}";
}
