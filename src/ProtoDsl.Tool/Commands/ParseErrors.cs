using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Tool.Commands;

/// <summary>What is wrong with a command line, in words: one line a mistake, with what was probably meant.</summary>
internal static class ParseErrors
{
    /// <summary>The mistakes; none where the command line is sound, or asks for help or completion.</summary>
    public static IReadOnlyList<string> Of(ParseResult result)
    {
        if (result.Errors.Count == 0 || result.Action?.ClearsParseErrors == true)
        {
            return [];
        }

        var command = result.CommandResult.Command;
        if (result.UnmatchedTokens.FirstOrDefault() is { } token)
        {
            return [token.StartsWith('-') ? UnknownOption(result, token) : UnknownWord(command, token) + Hint(result)];
        }

        return result.Errors.Select(error => Plain(error.Message) + Hint(result)).ToArray();
    }

    /// <summary>An argument that looks like an option and is none.</summary>
    public static string UnknownOption(ParseResult result, string token)
    {
        var command = result.CommandResult.Command;
        var known = command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive)))
            .Select(option => option is HelpOption ? "--help" : option.Name);
        return $"unknown option '{token}'{DidYouMean(token, known)}{Hint(result)}";
    }

    /// <summary>On one line, and without names of .NET types: all that is not a text here is a number.</summary>
    private static string Plain(string message)
    {
        var line = string.Join(' ', message.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return line.IndexOf(" as expected type", StringComparison.Ordinal) is var type and >= 0 ? line[..type] + ": write a whole number" : line;
    }

    private static string UnknownWord(Command command, string token) => command.Subcommands.Count > 0
        ? $"unknown command '{token}'{DidYouMean(token, command.Subcommands.Select(sub => sub.Name))}"
        : $"'{token}' is one argument too many";

    private static string DidYouMean(string token, IEnumerable<string> known) => NameSuggestion.Find(token, known) is { } near ? $"; did you mean '{near}'?" : "";

    private static string Hint(ParseResult result)
    {
        var names = new List<string>();
        for (var at = result.CommandResult; at is not null; at = at.Parent as CommandResult)
        {
            names.Insert(0, at.Command is RootCommand ? "protodsl" : at.Command.Name);
        }

        return $" (see '{string.Join(' ', names)} --help')";
    }
}
