using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>The saved machine as a value, and as text: <c>version/code/timer,timer</c>.</summary>
internal sealed class SnapshotTypeEmitter
{
    private const string StringList = "global::System.Collections.Generic.IReadOnlyList<string>";
    private const string Invariant = "global::System.Globalization.CultureInfo.InvariantCulture";

    private readonly SourceWriter _writer;
    private readonly MachineShape _shape;

    public SnapshotTypeEmitter(SourceWriter writer, MachineShape shape)
    {
        _writer = writer;
        _shape = shape;
    }

    /// <summary>Writes the nested struct.</summary>
    public void Write()
    {
        _writer.Line();
        _writer.Doc($"<summary>A saved {Documentation.Code(_shape.Machine.ClassName)}; {Documentation.Code("ToString")} and {Documentation.Code("Parse")} turn it into text and back.</summary>");
        using (_writer.Block("public readonly struct Snapshot : global::System.IEquatable<Snapshot>"))
        {
            Values();
            Text();
            Equality();
        }
    }

    private void Values()
    {
        _writer.Line($"private readonly {StringList}? _armedTimers;");
        _writer.Line();
        _writer.Doc("<summary>Puts a snapshot together.</summary>");
        _writer.Doc("<param name=\"version\">The protocol's version.</param>");
        _writer.Doc("<param name=\"stateCode\">The stable code of the state.</param>");
        _writer.Doc("<param name=\"armedTimers\">The table's names of the timers that are armed.</param>");
        using (_writer.Block($"public Snapshot(int version, int stateCode, {StringList} armedTimers)"))
        {
            _writer.Lines("Version = version;", "StateCode = stateCode;", "_armedTimers = armedTimers;");
        }

        _writer.Line();
        _writer.Doc("<summary>The version of the protocol that it was saved by.</summary>");
        _writer.Line("public int Version { get; }");
        _writer.Line();
        _writer.Doc("<summary>The stable code of the state.</summary>");
        _writer.Line("public int StateCode { get; }");
        _writer.Line();
        _writer.Doc("<summary>The table's names of the timers that were armed.</summary>");
        _writer.Line($"public {StringList} ArmedTimers => _armedTimers ?? global::System.Array.Empty<string>();");
    }

    private void Text()
    {
        _writer.Line();
        _writer.Doc("<summary>Reads what <c>ToString</c> wrote.</summary>");
        _writer.Doc("<param name=\"text\">The text.</param>");
        _writer.Doc("<returns>The snapshot.</returns>");
        _writer.Doc("<exception cref=\"global::System.FormatException\">The text is no snapshot.</exception>");
        using (_writer.Block("public static Snapshot Parse(string text)"))
        {
            _writer.Line("return TryParse(text, out var snapshot) ? snapshot : throw new global::System.FormatException(\"No snapshot: expected 'version/code' or 'version/code/timers'.\");");
        }

        _writer.Line();
        _writer.Doc("<summary>Reads what <c>ToString</c> wrote.</summary>");
        _writer.Doc("<param name=\"text\">The text.</param>");
        _writer.Doc("<param name=\"snapshot\">The snapshot.</param>");
        _writer.Doc("<returns>False where the text is no snapshot.</returns>");
        using (_writer.Block("public static bool TryParse(string? text, out Snapshot snapshot)"))
        {
            _writer.Line("snapshot = default;");
            _writer.Line("var parts = (text ?? \"\").Split('/');");
            using (_writer.Block("if (parts.Length < 2 || parts.Length > 3 || (parts.Length == 3 && parts[2].Length == 0) || !TryParseNumber(parts[0], out var version) || !TryParseNumber(parts[1], out var code))"))
            {
                _writer.Line("return false;");
            }

            _writer.Line();
            _writer.Line("snapshot = new Snapshot(version, code, parts.Length == 2 ? global::System.Array.Empty<string>() : parts[2].Split(','));");
            _writer.Line("return true;");
        }

        _writer.Line();
        _writer.Doc("<summary>Writes it as text that <c>Parse</c> reads.</summary>");
        _writer.Doc("<returns>Version, code and timers, parted by slashes.</returns>");
        using (_writer.Block("public override string ToString()"))
        {
            _writer.Line($"var text = Version.ToString({Invariant}) + \"/\" + StateCode.ToString({Invariant});");
            _writer.Line("return ArmedTimers.Count == 0 ? text : text + \"/\" + string.Join(\",\", ArmedTimers);");
        }

        _writer.Line();
        _writer.Line("private static bool TryParseNumber(string text, out int number) =>");
        _writer.Line($"    int.TryParse(text, global::System.Globalization.NumberStyles.AllowLeadingSign, {Invariant}, out number);");
    }

    private void Equality()
    {
        _writer.Line();
        _writer.Doc("<inheritdoc/>");
        using (_writer.Block("public bool Equals(Snapshot other)"))
        {
            using (_writer.Block("if (Version != other.Version || StateCode != other.StateCode || ArmedTimers.Count != other.ArmedTimers.Count)"))
            {
                _writer.Line("return false;");
            }

            _writer.Line();
            using (_writer.Block("for (var i = 0; i < ArmedTimers.Count; i++)"))
            using (_writer.Block("if (ArmedTimers[i] != other.ArmedTimers[i])"))
            {
                _writer.Line("return false;");
            }

            _writer.Line();
            _writer.Line("return true;");
        }

        _writer.Line();
        _writer.Doc("<inheritdoc/>");
        _writer.Line("public override bool Equals(object? obj) => obj is Snapshot other && Equals(other);");
        _writer.Line();
        _writer.Doc("<inheritdoc/>");
        _writer.Line("public override int GetHashCode() => unchecked((((Version * 31) + StateCode) * 31) + ArmedTimers.Count);");
        Operators.Write(_writer, "Snapshot");
    }
}
