using System.Text;

namespace ProtoDsl.Verification.Tests.Generated;

/// <summary>One row of a table that is being made up.</summary>
internal sealed record RowSketch(int State, string Trigger, string? Guard, IReadOnlyList<string> Effects, int? Target, string? Keyword = null)
{
    public override string ToString()
    {
        var text = new StringBuilder("    ").Append(Keyword is null ? "" : Keyword + " ").Append(Trigger).Append(Guard is null ? "" : $" [{Guard}]");
        if (Keyword is null)
        {
            var effects = Target is null && Effects.Count == 0 ? ["note"] : Effects;
            text.Append(effects.Count == 0 ? "" : " / " + string.Join(", ", effects)).Append(Target is { } target ? $" -> S{target}" : "");
        }

        return text.ToString();
    }
}

/// <summary>A machine that is being made up: it may be changed at will, and is a table without errors whatever was done to it.</summary>
internal sealed class MachineSketch(string name, int states)
{
    public string Name => name;

    public int States => states;

    /// <summary>Adds a state, and says its number.</summary>
    public int AddState() => states++;

    public List<RowSketch> Rows { get; } = [];

    public HashSet<int> Final { get; } = [];

    public SortedDictionary<int, string> Entries { get; } = [];

    public SortedDictionary<int, string> Exits { get; } = [];

    public string Text()
    {
        var text = new StringBuilder($"machine {name}\n\n");
        for (var state = 0; state < states; state++)
        {
            text.Append($"{(state == 0 ? "initial " : "")}{(Final.Contains(state) ? "final " : "")}state S{state}\n");
            text.Append(Entries.TryGetValue(state, out var entry) ? $"    entry {entry}\n" : "").Append(Exits.TryGetValue(state, out var exit) ? $"    exit {exit}\n" : "");

            // What the language calls an error: the same event under the same guard twice, [else] above its partner or without one.
            var rows = Rows.Where(row => row.State == state).DistinctBy(row => (row.Trigger, Same(row.Guard))).OrderBy(row => row.Guard == "else").ToList();
            foreach (var row in rows.Where(row => row.Guard != "else" || rows.Exists(other => other.Trigger == row.Trigger && Same(other.Guard) is not null)))
            {
                text.Append(row).Append('\n');
            }
        }

        return text.ToString();

        static string? Same(string? guard) => guard == "else" ? null : guard;
    }
}
