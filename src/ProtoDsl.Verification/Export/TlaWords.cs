using System.Collections.Generic;

namespace ProtoDsl.Verification.Export;

/// <summary>Names that mean something else in a TLA+ module: its keywords, the operators of the modules that it extends, and the
/// operators that every export defines.</summary>
internal static class TlaWords
{
    public static IReadOnlyList<string> Taken { get; } = (
        "ACTION ASSUME ASSUMPTION AXIOM BY CASE CHOOSE CONSTANT CONSTANTS COROLLARY DEF DEFINE DEFS DOMAIN ELSE ENABLED EXCEPT EXTENDS HAVE HIDE IF IN INSTANCE LAMBDA "
        + "LEMMA LET LOCAL MODULE NEW OBVIOUS OMITTED OTHER PICK PROOF PROPOSITION PROVE QED RECURSIVE SF_ STATE SUBSET SUFFICES TAKE TEMPORAL THEN THEOREM "
        + "UNCHANGED UNION USE VARIABLE VARIABLES WF_ WITH WITNESS BOOLEAN FALSE STRING TRUE Append Head Len Nat Naturals SelectSeq Seq Sequences SubSeq Tail "
        + "K st ch vars After Kept Take First Quiet Init Next Spec Done NotStuck NoUnspecifiedReception").Split(' ');
}
