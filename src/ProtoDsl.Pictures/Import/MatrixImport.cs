using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Pictures.Matrix;

namespace ProtoDsl.Pictures.Import;

/// <summary>Makes a table from a matrix of states and events. What was made is read again and held against the matrix, so that whatever it does not say
/// is told, cell by cell.</summary>
public sealed class MatrixImport
{
    private const int MostRounds = 8;

    private readonly List<string> _assumptions = [];
    private readonly List<string> _losses = [];
    private readonly List<ImportedRow> _rows = [];
    private readonly List<(string Marks, string Name)> _states = [];
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);
    private readonly List<MatrixColumn> _columns = [];
    private readonly string _machine;

    private MatrixImport(IReadOnlyList<string[]> grid, string name)
    {
        var names = new MatrixNames(_assumptions);
        _machine = IsName(grid[0][0]) ? names.Of(grid[0][0], "Machine") : new MatrixNames([]).Of(name, "Machine");
        _columns.AddRange(grid[0].Skip(1).Select((head, index) => MatrixColumn.Read(head, names, index + 1)));
        ReadStates(grid, names);
        ReadCells(grid);
    }

    /// <summary>Makes the table.</summary>
    /// <param name="grid">The head line, with the events, and a line for each state: see <see cref="MatrixGrid"/>.</param>
    /// <param name="name">The machine's name, where the first cell does not give one.</param>
    /// <exception cref="FormatException">This is no matrix; the message says why.</exception>
    public static ImportedTable Of(IReadOnlyList<string[]> grid, string name)
    {
        if (grid.Count < 2 || grid[0].Length < 2)
        {
            throw new FormatException("a matrix has a head line with the events, and a line for each state, beginning with its name");
        }

        return new MatrixImport(grid, name).Make();
    }

    // People write what the lines and columns are there, as often as whose they are.
    private static bool IsName(string corner) =>
        corner.Length > 0 && corner.IndexOfAny(['/', '\\']) < 0 && !corner.TrimEnd('s', 'S').Equals("state", StringComparison.OrdinalIgnoreCase);

    private void ReadStates(IReadOnlyList<string[]> grid, MatrixNames names)
    {
        foreach (var line in grid.Skip(1))
        {
            var words = line[0].Split([' '], StringSplitOptions.RemoveEmptyEntries);
            var marks = words.TakeWhile((word, index) => word is "initial" or "final" && index < words.Length - 1).ToArray();
            var written = string.Join(" ", words.Skip(marks.Length));
            var name = names.Of(written, $"State{_states.Count + 1}");
            _written[written] = name;
            _written[name] = name;
            if (_states.Any(state => state.Name == name))
            {
                throw new FormatException($"two lines are of the state '{name}'; write one line for each state");
            }

            _states.Add((string.Concat(marks.Select(mark => mark + " ")), name));
        }

        if (!_states.Any(state => state.Marks.Contains("initial")))
        {
            _states[0] = ("initial " + _states[0].Marks, _states[0].Name);
            _assumptions.Add($"no state says 'initial': the machine begins in the first, '{_states[0].Name}'");
        }
    }

    private void ReadCells(IReadOnlyList<string[]> grid)
    {
        var reader = new CellReader(_written);
        for (var state = 0; state < _states.Count; state++)
        {
            for (var column = 0; column < _columns.Count; column++)
            {
                var cell = column + 1 < grid[state + 1].Length ? grid[state + 1][column + 1] : "";
                ReadCell(reader, state, column, cell);
            }
        }
    }

    private void ReadCell(CellReader reader, int state, int column, string cell)
    {
        try
        {
            var entries = reader.Read(cell);
            _rows.AddRange(entries.Select((entry, index) => new ImportedRow(state, column, IsBareElse(entries, index) ? entry with { Guard = null } : entry)));
        }
        catch (FormatException wrong)
        {
            _losses.Add($"{Where(state, column)}: '{cell}': {wrong.Message}");
            _rows.Add(new ImportedRow(state, column, new MatrixEntry(RowKind.Transition, -1)) { Instead = cell.Replace('\n', ' ').Replace('\r', ' ') });
        }
    }

    /// <summary>Behind rows of other values or sections, <c>[else]</c> is what is left, as a row without a guard is; a table does not let it stand alone.</summary>
    private static bool IsBareElse(IReadOnlyList<MatrixEntry> entries, int index) =>
        entries[index].Guard == "else" && !entries.Take(index).Any(before => before.Case == entries[index].Case && before.Guard is not null);

    private string Where(int state, int column) => $"({_states[state].Name}, {_columns[column].Event("")})";

    private ImportedTable Make()
    {
        var writer = new ImportedText(_machine, _states, _columns, _rows, _assumptions);
        var text = writer.Write();
        for (var round = 0; round < MostRounds && SetAside(text); round++)
        {
            text = writer.Write();
        }

        Compare(text);
        return new ImportedTable(TransitionFile.Format(text), _assumptions.Distinct().ToArray(), _losses);
    }

    /// <summary>Rows that the language does not take become comments.</summary>
    /// <returns>False where there are none.</returns>
    private bool SetAside(string text)
    {
        var bound = TransitionFile.Read(text, _machine);
        var isAny = false;
        foreach (var error in bound.Diagnostics.Where(diagnostic => diagnostic.Rule.DefaultSeverity == TableSeverity.Error))
        {
            var line = bound.Map.Lines.PositionOf(error.Span.Start).Line;
            if (_rows.FirstOrDefault(row => row.Line == line && row.Instead is null) is { } row)
            {
                row.Instead = row.Text;
                isAny = true;
                _losses.Add($"{Where(row.State, row.Column)}: {error.Message}");
            }
            else if (_rows.All(other => other.Line != line))
            {
                _losses.Add($"{error.Rule.Id}: {error.Message}");
            }
        }

        return isAny;
    }

    /// <summary>Which rows of a state are tried first is the language's to say, not the matrix's; where that changes a cell, it is told.</summary>
    private void Compare(string text)
    {
        var protocol = TransitionFile.Read(text, _machine).Protocol;
        if (protocol.Machines.Count != 1)
        {
            return;
        }

        var made = StateEventMatrix.Of(protocol, protocol.Machines[0]);
        var events = made.Events.ToList();
        foreach (var cell in _rows.Where(row => row.Instead is null && _columns[row.Column].Case.Length == 0).GroupBy(row => (row.State, row.Column)))
        {
            var column = events.IndexOf(_columns[cell.Key.Column].Event(""));
            var state = made.States.ToList().IndexOf(_states[cell.Key.State].Name);
            var wanted = MatrixWords.Of(new MatrixCell([.. cell.Select(row => row.Entry)]), withEffects: true);
            var have = column < 0 || state < 0 ? "" : MatrixWords.Of(made.Rows[state][column], withEffects: true);
            if (have != wanted)
            {
                _losses.Add($"{Where(cell.Key.State, cell.Key.Column)}: '{wanted}' becomes '{have}': a table tries rows in an order of its own");
            }
        }
    }
}
