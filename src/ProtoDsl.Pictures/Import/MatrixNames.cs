using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ProtoDsl.Pictures.Import;

/// <summary>Names for a table from the texts of a matrix: people write blanks and marks.</summary>
/// <param name="assumptions">Told of each text that had to be changed.</param>
internal sealed class MatrixNames(List<string> assumptions)
{
    /// <summary>The text itself where it is a name; else its letters and digits, joined by <c>_</c>.</summary>
    /// <param name="text">As the matrix writes it.</param>
    /// <param name="fallback">Where it has neither letters nor digits.</param>
    public string Of(string text, string fallback)
    {
        var name = new StringBuilder();
        foreach (var part in new string(text.Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : ' ').ToArray()).Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            name.Append(name.Length > 0 ? "_" : "").Append(part);
        }

        var made = name.Length == 0 ? fallback : char.IsDigit(name[0]) ? "_" + name : name.ToString();
        made = text.StartsWith("@", StringComparison.Ordinal) ? "@" + made : made;
        if (made != text)
        {
            assumptions.Add($"'{text}' is called '{made}'");
        }

        return made;
    }
}
