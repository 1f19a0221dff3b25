using System.Runtime.CompilerServices;

namespace ProtoDsl.Verification.Exploration;

internal static class Jit
{
    /// <summary>Compiled well at the first call. A check inside a build is over before the run time would have found out which methods
    /// are hot. The name is missing in netstandard2.0, the bit is not; a run time that does not know it ignores it.</summary>
    public const MethodImplOptions Hot = (MethodImplOptions)512;
}
