using System.Threading;
using ProtoDsl.Language.Binding;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Formatting;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Names;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language;

/// <summary>The door of the language: text in, meaning and findings out. Pure, thread-safe, never throws on any text.</summary>
public static class TransitionFile
{
    /// <summary>Reads the lines of a file.</summary>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    public static TransitionFileSyntax Parse(string text, CancellationToken cancellationToken = default) =>
        FileParser.Parse(text, cancellationToken);

    /// <summary>Why a text is not read at all (a binary, a huge file); null for one that is.</summary>
    public static TableDiagnostic? RefusalOf(string text) => FileGate.Check(text);

    /// <summary>Reads a file and finds out what it means.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="fileName">The file's name without folder or extension: the protocol's name where the file gives none.</param>
    /// <param name="cancellationToken">Honoured between lines.</param>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    public static BoundFile Read(string text, string fileName, CancellationToken cancellationToken = default) =>
        Read(text, Parse(text, cancellationToken), fileName, cancellationToken);

    /// <summary>Finds out what a file means whose lines were read before.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="syntax">What <see cref="Parse"/> made of it.</param>
    /// <param name="fileName">As above.</param>
    /// <param name="cancellationToken">Honoured between lines.</param>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    public static BoundFile Read(string text, TransitionFileSyntax syntax, string fileName, CancellationToken cancellationToken = default) =>
        Binder.Bind(text, syntax, fileName, cancellationToken);

    /// <summary>Every name of a file and all places where it stands.</summary>
    /// <param name="syntax">Its lines.</param>
    /// <param name="protocol">The protocol's name: that of a machine that has no line of its own.</param>
    public static NameMap Names(TransitionFileSyntax syntax, string protocol) => NameCollector.Collect(syntax, protocol);

    /// <summary>The tokens and comments of a text, line by line, whether they make sense or not.</summary>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    public static LexedFile Lex(string text, CancellationToken cancellationToken = default) => Lexer.Lex(text, cancellationToken);

    /// <summary>The tokens of a line, or of several that belong together, up to an offset: what an editor goes by that is asked what may stand there.
    /// A name that the offset touches is not one of them.</summary>
    public static LinePrefix PrefixOf(string text, int offset) => LinePrefix.Of(text, offset);

    /// <summary>Aligns the columns of every section; keeps every comment and the meaning.</summary>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    public static string Format(string text, CancellationToken cancellationToken = default) =>
        Formatter.Format(text, cancellationToken);

    /// <summary>Writes a scenario as a table has it, to be pasted there.</summary>
    public static string Print(Scenario scenario) => ScenarioPrinter.Print(scenario);

    /// <summary>Writes one step of a scenario.</summary>
    public static string Print(ScenarioStep step) => ScenarioPrinter.Print(step);
}
