using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Verification.Export;

/// <summary>What a channel is and what sending and receiving make of it. <c>After(q, ms)</c> is the set of what <c>q</c> can become by
/// sending <c>ms</c>, <c>Take(q, m, D)</c> by receiving <c>m</c> past the deferred <c>D</c>: empty where that cannot be.</summary>
/// <param name="Operators">Their definitions.</param>
/// <param name="Empty">A channel that carries nothing.</param>
internal sealed record TlaChannel(IReadOnlyList<string> Operators, string Empty)
{
    private const string Kept =
        "Kept(ms) == IF ms = <<>> THEN {<<>>} ELSE Kept(Tail(ms)) \\cup {<<Head(ms)>> \\o s : s \\in Kept(Tail(ms))}";

    /// <summary>The channels of a system.</summary>
    public static TlaChannel Of(ExportedSystem model) => model.IsRendezvous ? new TlaChannel([], "<<>>")
        : model.IsBag ? Bag(model)
        : Fifo(model.System.IsLossy);

    private static TlaChannel Fifo(bool isLossy) => new(
    [
        "First(q, D) == IF \\E i \\in 1..Len(q) : q[i] \\notin D",
        "               THEN CHOOSE i \\in 1..Len(q) : q[i] \\notin D /\\ \\A j \\in 1..(i - 1) : q[j] \\in D",
        "               ELSE 0",
        "Take(q, m, D) == {SubSeq(q, 1, i - 1) \\o SubSeq(q, i + 1, Len(q)) :",
        "                   i \\in {i \\in 1..Len(q) : q[i] = m /\\ \\A j \\in 1..(i - 1) : q[j] \\in D}}",
        .. isLossy ? ["RECURSIVE Kept(_)", Kept, "After(q, ms) == {q \\o s : s \\in {s \\in Kept(ms) : Len(q) + Len(s) <= K}}"]
            : new[] { "After(q, ms) == IF Len(q) + Len(ms) <= K THEN {q \\o ms} ELSE {}" },
        "Quiet(q) == q = <<>>",
    ],
        "<<>>");

    private static TlaChannel Bag(ExportedSystem model)
    {
        var letters = TlaText.Letters(model, Enumerable.Range(0, model.Letters.Count));
        var sum = string.Join(" + ", Enumerable.Range(0, model.Letters.Count).Select(letter => $"q[{TlaText.Letter(model, letter)}]"));
        return new TlaChannel(
        [
            $"Letters == {letters}",
            $"Size(q) == {(sum.Length == 0 ? "0" : sum)}",
            "Take(q, m, D) == IF q[m] = 0 THEN {} ELSE {[q EXCEPT ![m] = @ - 1]}",
            "RECURSIVE Put(_, _)",
            "Put(q, ms) == IF ms = <<>> THEN q ELSE Put([q EXCEPT ![Head(ms)] = @ + 1], Tail(ms))",
            .. model.System.IsLossy
                ? ["RECURSIVE Kept(_)", Kept, "After(q, ms) == {Put(q, s) : s \\in {s \\in Kept(ms) : Size(q) + Len(s) <= K}}"]
                : new[] { "After(q, ms) == IF Size(q) + Len(ms) <= K THEN {Put(q, ms)} ELSE {}" },
            "Quiet(q) == Size(q) = 0",
        ],
            "[m \\in Letters |-> 0]");
    }
}
