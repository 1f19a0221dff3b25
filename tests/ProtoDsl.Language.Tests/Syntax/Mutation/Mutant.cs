using ProtoDsl.Language.Syntax;
using ProtoDsl.Testing;

namespace ProtoDsl.Language.Tests.Syntax.Mutation;

/// <summary>A sample table with one thing done to it.</summary>
/// <param name="Sample">The sample's name.</param>
/// <param name="Line">The line that was changed, from 1.</param>
/// <param name="Change">What was done, for the report.</param>
/// <param name="Text">The whole text afterwards.</param>
internal sealed record Mutant(string Sample, int Line, string Change, string Text)
{
    /// <summary>Every token of every sample replaced by blanks, in turn.</summary>
    public static IEnumerable<Mutant> WithATokenBlanked() =>
        Each((text, token) => (Show(text, token), text.Remove(token.Start, token.Length).Insert(token.Start, new string(' ', token.Length))));

    /// <summary>Every token of every sample written twice, in turn.</summary>
    public static IEnumerable<Mutant> WithATokenTwice() =>
        Each((text, token) => (Show(text, token) + " twice", text.Insert(token.End, " " + text.Substring(token.Start, token.Length))));

    /// <summary>Every two neighbours on a line swapped, in turn.</summary>
    public static IEnumerable<Mutant> WithNeighboursSwapped()
    {
        foreach (var (name, file) in Samples())
        {
            foreach (var (line, number) in file.Lines.Select((line, index) => (line, index + 1)))
            {
                for (var i = line.FirstToken; i + 1 < line.EndToken; i++)
                {
                    var (a, b) = (file.Tokens[i], file.Tokens[i + 1]);
                    var between = file.Text[a.End..b.Start];
                    yield return new Mutant(
                        name, number, $"{Show(file.Text, a)} and {Show(file.Text, b)} swapped",
                        file.Text[..a.Start] + file.TextOf(b) + between + file.TextOf(a) + file.Text[b.End..]);
                }
            }
        }
    }

    /// <summary>Every sample cut at every character.</summary>
    public static IEnumerable<Mutant> CutShort()
    {
        foreach (var (name, file) in Samples())
        {
            for (var length = 0; length < file.Text.Length; length++)
            {
                yield return new Mutant(name, 0, $"cut at {length}", file.Text[..length]);
            }
        }
    }

    private static IEnumerable<Mutant> Each(Func<string, Token, (string Change, string Text)> mutate)
    {
        foreach (var (name, file) in Samples())
        {
            foreach (var (line, number) in file.Lines.Select((line, index) => (line, index + 1)))
            {
                for (var i = line.FirstToken; i < line.EndToken; i++)
                {
                    var (change, text) = mutate(file.Text, file.Tokens[i]);
                    yield return new Mutant(name, number, change, text);
                }
            }
        }
    }

    private static IEnumerable<(string Name, LexedFile File)> Samples() =>
        SampleTables.Names.Select(name => (name, Lexer.Lex(SampleTables.Text(name), CancellationToken.None)));

    private static string Show(string text, Token token) => $"'{text.Substring(token.Start, token.Length)}'";
}
