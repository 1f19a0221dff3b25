namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;

/// <summary>What a program is about, so that the figures tell which part of the language is followed worst. Every program has branches
/// and tests besides, except a straight one; <see cref="Mixed"/> has everything.</summary>
internal enum Feature
{
    /// <summary>Statement after statement.</summary>
    Straight,

    /// <summary><c>if</c> with opaque conditions and tests of the state.</summary>
    Branches,

    /// <summary><c>while</c>, <c>do</c>, <c>for</c>, <c>break</c>, <c>continue</c>.</summary>
    Loops,

    /// <summary><c>switch</c> statements and expressions on the state.</summary>
    Switches,

    /// <summary>Tests saved in locals, flags set beside events.</summary>
    Flags,

    /// <summary><c>TryX</c> and <c>CanX</c>.</summary>
    Questions,

    /// <summary><c>try</c>, <c>catch</c>, <c>finally</c>, <c>throw</c>.</summary>
    Exceptions,

    /// <summary>Two variables for one machine, ternaries, <c>??</c>.</summary>
    Aliases,

    /// <summary>Private methods that are handed a machine.</summary>
    Helpers,

    /// <summary>Private methods that answer a question about a machine.</summary>
    Predicates,

    /// <summary>Private methods that make a machine.</summary>
    Factories,

    /// <summary><c>ref</c> and <c>out</c> parameters.</summary>
    References,

    /// <summary>Private methods that call themselves.</summary>
    Recursion,

    /// <summary>Private fields and the methods that use them.</summary>
    Fields,

    /// <summary>Local functions.</summary>
    LocalFunctions,

    /// <summary>Lambdas that only read.</summary>
    Lambdas,

    /// <summary>Asynchronous machines and methods.</summary>
    Async,

    /// <summary>Public methods that are handed a machine in an unknown state.</summary>
    Unknown,

    /// <summary>A class of the user that owns one machine.</summary>
    Wrappers,

    /// <summary><c>using</c>.</summary>
    Using,

    /// <summary>Everything.</summary>
    Mixed,
}
