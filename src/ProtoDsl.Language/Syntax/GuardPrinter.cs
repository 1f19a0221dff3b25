using System.Text;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Syntax;

/// <summary>Prints guards, with parentheses where precedence needs them.</summary>
internal static class GuardPrinter
{
    /// <summary><c> [!busy &amp;&amp; ready]</c> with a blank before it; nothing where there is no guard.</summary>
    public static void AppendInBrackets(StringBuilder text, GuardSyntax? guard)
    {
        if (guard is not null)
        {
            text.Append(" [");
            Append(text, guard, isOperand: false);
            text.Append(']');
        }
    }

    /// <summary>The guard without brackets.</summary>
    public static string Print(GuardSyntax guard)
    {
        var text = new StringBuilder();
        Append(text, guard, isOperand: false);
        return text.ToString();
    }

    private static void Append(StringBuilder text, GuardSyntax guard, bool isOperand)
    {
        switch (guard)
        {
            case ElseGuardSyntax:
                text.Append("else");
                break;
            case NamedGuardSyntax named:
                text.Append(named.Name.Text == "else" ? "@else" : named.Name.Text);
                break;
            case NotGuardSyntax not:
                Append(text.Append('!'), not.Operand, isOperand: true);
                break;
            case AndGuardSyntax and:
                Chain(text, and.Operands, " && ", isOperand);
                break;
            case OrGuardSyntax or:
                Chain(text, or.Operands, " || ", isOperand);
                break;
        }
    }

    // Every chain inside another is bracketed, also where precedence would do: readers do not count on it.
    private static void Chain(StringBuilder text, EquatableArray<GuardSyntax> operands, string between, bool isOperand)
    {
        text.Append(isOperand ? "(" : string.Empty);
        for (var i = 0; i < operands.Count; i++)
        {
            Append(text.Append(i == 0 ? string.Empty : between), operands[i], isOperand: true);
        }

        text.Append(isOperand ? ")" : string.Empty);
    }
}
