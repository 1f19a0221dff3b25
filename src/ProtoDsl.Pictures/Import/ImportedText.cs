using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ProtoDsl.Language.Model;
using ProtoDsl.Pictures.Matrix;

namespace ProtoDsl.Pictures.Import;

/// <summary>Writes the table: declarations of all that the cells name, and a section for each state.</summary>
internal sealed class ImportedText(
    string machine, IReadOnlyList<(string Marks, string Name)> states, IReadOnlyList<MatrixColumn> columns, IReadOnlyList<ImportedRow> rows, List<string> assumptions)
{
    private const string Duration = "1s";
    private static readonly string[] s_operations = ["start ", "stop ", "restart "];

    private readonly List<string> _lines = [];

    public string Write()
    {
        _lines.Clear();
        var values = Values();
        foreach (var row in rows.Where(row => row.Instead is null))
        {
            row.Entry = row.Entry with { Effects = [.. row.Entry.Effects.Select(effect => WithoutUnknown(effect, values))] };
        }

        Declare(values);
        _lines.Add($"machine {machine}");
        for (var state = 0; state < states.Count; state++)
        {
            _lines.Add("");
            _lines.Add($"{states[state].Marks}state {states[state].Name}");
            foreach (var row in rows.Where(row => row.State == state))
            {
                Add(row);
            }
        }

        return string.Join("\n", _lines) + "\n";
    }

    private void Add(ImportedRow row)
    {
        row.Text = TextOf(row);
        row.Line = _lines.Count;
        _lines.Add(row.Instead is null ? "    " + row.Text : $"    // not imported, {columns[row.Column].Event("")}: {row.Instead}");
    }

    private string TextOf(ImportedRow row)
    {
        var kind = row.Entry.Kind == RowKind.Transition ? "" : row.Entry.Kind.ToString().ToLowerInvariant() + " ";
        var rest = MatrixWords.Of(new MatrixCell([row.Entry with { Kind = RowKind.Transition, Case = "" }]), withEffects: true);
        return $"{kind}{columns[row.Column].Event(row.Entry.Case)} {rest}".TrimEnd();
    }

    private TagValues Values()
    {
        var values = new TagValues();
        foreach (var row in rows.Where(row => row.Instead is null))
        {
            var column = columns[row.Column];
            var written = row.Entry.Case.Length > 0 ? row.Entry.Case : column.Case;
            if (written.StartsWith("(", StringComparison.Ordinal))
            {
                values.Add(column.Name, written.Substring(0, written.IndexOf(')') + 1));
            }
        }

        return values;
    }

    /// <summary>What an event carries besides values is not in a matrix: the arguments that hand it on are left out, and the user's code is asked.</summary>
    private string WithoutUnknown(string effect, TagValues values)
    {
        var bracket = effect.IndexOf('(');
        var end = effect.IndexOf(')');
        if (bracket < 0 || end < bracket || (effect[0] == '!' && values.Has(effect.Substring(1, bracket - 1), effect.Substring(bracket, end + 1 - bracket))))
        {
            return effect;
        }

        assumptions.Add($"'{effect}' hands on something that a matrix does not declare: written without it, so that your code is asked");
        return effect.Remove(bracket, end + 1 - bracket);
    }

    private void Declare(TagValues values)
    {
        var effects = rows.Where(row => row.Instead is null).SelectMany(row => row.Entry.Effects).ToArray();
        var sent = effects.Where(effect => effect.StartsWith("!", StringComparison.Ordinal)).Select(effect => NameIn(effect.Substring(1)));
        var messages = columns.Where(column => column.IsMessage).Select(column => column.Name).Concat(sent).Distinct();
        var calls = columns.Where(column => column is { IsMessage: false, IsTimer: false }).Select(column => column.Name).Distinct();
        var run = effects.Where(effect => s_operations.Any(effect.StartsWith)).Select(effect => effect.Substring(effect.IndexOf(' ') + 1));
        var timers = columns.Where(column => column.IsTimer).Select(column => column.Name).Concat(run).Distinct().ToArray();
        var tags = new List<string>();
        var declarations = new[] { Line("message", messages.Select(name => values.Declare(name, tags)).ToArray()), Line("call", calls.Select(name => values.Declare(name, tags)).ToArray()) };
        _lines.AddRange(tags);
        _lines.AddRange(declarations.Where(line => line.Length > 0));
        foreach (var timer in timers)
        {
            _lines.Add($"timer {timer} = {Duration}");
            assumptions.Add($"how long '{timer}' takes is not in a matrix: written as {Duration}");
        }

        _lines.Add("");
    }

    private static string Line(string word, string[] names) => names.Length == 0 ? "" : $"{word} {string.Join(", ", names)}";

    private static string NameIn(string effect)
    {
        var name = new StringBuilder();
        foreach (var c in effect.TakeWhile(c => char.IsLetterOrDigit(c) || c is '_' or '@'))
        {
            name.Append(c);
        }

        return name.ToString();
    }
}
