using System.Collections.Generic;

namespace ProtoDsl.Verification.Export;

/// <summary>Names that mean something else in a Promela file: its keywords, those of C (SPIN writes C), macros of the C preprocessor.</summary>
internal static class PromelaWords
{
    public static IReadOnlyList<string> Taken { get; } = (
        "active assert atomic bit bool break byte c_code c_decl c_expr c_state c_track chan d_proctype d_step do else empty enabled eval false fi for full get_priority "
        + "goto hidden if in init inline int len local ltl mtype nempty never nfull notrace np_ od of pc_value pid printf printm priority proctype provided "
        + "run select set_priority short show skip timeout trace true typedef unless unsigned xr xs STDIN "
        + "auto case char const continue default double enum extern float long register return signed sizeof static struct switch union void volatile while "
        + "uchar ushort uint now main linux unix i386 K RECEPTION").Split(' ');
}
