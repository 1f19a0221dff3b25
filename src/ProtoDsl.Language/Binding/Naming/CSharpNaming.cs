using System;
using System.Linq;
using System.Text;

namespace ProtoDsl.Language.Binding.Naming;

/// <summary>From names of a table to names of C#.</summary>
internal static class CSharpNaming
{
    /// <summary><c>FIN_WAIT_1</c> and <c>fin_wait_1</c> become <c>FinWait1</c>, <c>deliver</c> becomes <c>Deliver</c>, <c>SynSent</c>
    /// stays. Underscores at the start go, unless a digit follows.</summary>
    public static string Pascal(string name)
    {
        var trimmed = name.TrimStart('_');
        if (trimmed.Length == 0)
        {
            return name;
        }

        if (char.IsDigit(trimmed[0]))
        {
            return "_" + PascalParts(trimmed);
        }

        return PascalParts(trimmed);
    }

    /// <summary>A file's name as an identifier: what C# does not allow separates words.</summary>
    public static string Identifier(string fileName)
    {
        var words = new StringBuilder();
        var startsWord = false;
        foreach (var character in fileName)
        {
            if (!char.IsLetterOrDigit(character) && character != '_')
            {
                startsWord = words.Length > 0;
                continue;
            }

            words.Append(startsWord ? char.ToUpperInvariant(character) : character);
            startsWord = false;
        }

        if (words.Length == 0)
        {
            return "Protocol";
        }

        return char.IsDigit(words[0]) ? "_" + words : words.ToString();
    }

    /// <summary>The first letter small: a parameter's name from a type's.</summary>
    public static string Camel(string name) =>
        name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>False for a name of underscores only, from which no C# name can be made.</summary>
    public static bool HasName(string name) => name.Any(character => character != '_');

    private static string PascalParts(string name)
    {
        var hasLower = name.Any(char.IsLower);
        var hasUpper = name.Any(char.IsUpper);
        if (hasLower && hasUpper)
        {
            return char.ToUpperInvariant(name[0]) + name.Substring(1);
        }

        var parts = name.Split(['_'], StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(parts.Select(part => char.ToUpperInvariant(part[0]) + part.Substring(1).ToLowerInvariant()));
    }
}
