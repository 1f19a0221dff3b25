using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Verification.Tables.Facts;

/// <summary>What can become of an event in a state: guards may answer anything that is consistent, tags are told apart as far as rows do.</summary>
internal sealed class CellUse(Cell cell, IReadOnlyList<ValueUse> values)
{
    public Cell Cell => cell;

    /// <summary>False where there is too much to tell apart: nothing is then known.</summary>
    public bool IsKnown => values.Count > 0;

    /// <summary>Every way in which the event may happen.</summary>
    public IReadOnlyList<ValueUse> Values => values;

    /// <summary>True where some answers and some values lead to that row. Where nothing is known, every row is taken to be possible.</summary>
    public bool CanTake(Candidate candidate) => !IsKnown || values.Any(use => use.Possible.Contains(candidate));
}

/// <summary>One way in which the event may happen, and what becomes of it.</summary>
/// <param name="Values">The way.</param>
/// <param name="IsListed">True where a row speaks of it, whatever its guard.</param>
/// <param name="Possible">The rows that some answers lead to.</param>
/// <param name="MayBeRefused">True where some answers lead to no row.</param>
internal sealed record ValueUse(EventValues Values, bool IsListed, IReadOnlyList<Candidate> Possible, bool MayBeRefused);
