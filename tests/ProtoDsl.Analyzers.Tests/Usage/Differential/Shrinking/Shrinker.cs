using ProtoDsl.Analyzers.Tests.Usage.Differential.Execution;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Judging;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Tables;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Shrinking;

/// <summary>Makes a program smaller for as long as analysis and executions still differ in the same way.</summary>
internal static class Shrinker
{
    /// <summary>More steps than any program needs.</summary>
    private const int MaxSteps = 80;

    /// <summary>The smallest program with that difference, judged.</summary>
    public static Verdict Shrink(MachinePool pool, Verdict verdict, Difference difference)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            var candidates = Variants.Of(verdict.Program).OrderBy(program => program.Length).ToArray();
            if (Best(pool, candidates, difference) is not { } smaller)
            {
                break;
            }

            verdict = smaller;
        }

        return verdict;
    }

    private static Verdict? Best(MachinePool pool, IReadOnlyList<SampleProgram> candidates, Difference difference)
    {
        foreach (var some in candidates.Chunk(12))
        {
            var compiling = Batch.Compiling(pool, some);
            if (compiling.Count > 0
                && Batch.Judge(pool, compiling, Bounds.ForShrinking).FirstOrDefault(verdict => verdict.Truth.IsExhausted && verdict.Has(difference)) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
