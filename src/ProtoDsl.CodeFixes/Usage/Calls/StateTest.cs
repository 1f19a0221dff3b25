using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.CodeFixes.Usage.Calls;

/// <summary>A condition that tells whether a machine is in one of some states.</summary>
internal static class StateTest
{
    /// <summary>Longer lists are nothing to read.</summary>
    private const int MaxStates = 8;

    private const int MaxNames = 3;

    /// <summary>The test of the states, as the project's language can write it; null where there is no good one.</summary>
    public static string? Of(EventCall call, Receiver receiver, IReadOnlyList<string> states)
    {
        if (states.Count is 0 or > MaxStates || call.MembersOf(MemberKind.State).FirstOrDefault() is not { } property)
        {
            return null;
        }

        var state = receiver.Member(property.Name);
        var type = call.Machine.StateType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var names = states.Select(name => type + "." + Identifier(name)).ToArray();
        return states.Count == 1 ? $"{state} is {names[0]}"
            : call.Language >= LanguageVersion.CSharp9 ? $"{state} is {string.Join(" or ", names)}"
            : string.Join(" || ", names.Select(name => $"{state} == {name}"));
    }

    /// <summary>The test that the machine itself has for the event; null where it has none, or one that wants arguments.</summary>
    public static string? OfEvent(EventCall call, Receiver receiver) =>
        call.MembersOfEvent(MemberKind.Can).OfType<IPropertySymbol>().FirstOrDefault() is { } property
            ? receiver.Member(property.Name) + (receiver.IsConditional ? " == true" : "")
            : null;

    /// <summary>True where the states are few enough to be named in a row, and the language can.</summary>
    public static bool IsShort(EventCall call, IReadOnlyList<string> states) =>
        states.Count == 1 || (states.Count <= MaxNames && call.Language >= LanguageVersion.CSharp9);

    /// <summary>The states as a title names them.</summary>
    public static string Names(IReadOnlyList<string> states) => states.Count switch
    {
        1 => states[0],
        <= MaxNames => string.Join(", ", states.Take(states.Count - 1)) + " or " + states[states.Count - 1],
        _ => string.Join(", ", states.Take(MaxNames)) + $" or one of {states.Count - MaxNames} more states",
    };

    /// <summary>A name as C# writes it.</summary>
    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
