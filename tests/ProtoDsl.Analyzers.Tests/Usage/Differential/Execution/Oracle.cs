namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Execution;

/// <summary>What the analysed text of a program asks the outside world. It is never run: the executed text asks <see cref="R"/>.</summary>
public static class Oracle
{
    /// <summary>Yes or no; it may throw.</summary>
    public static bool Ask() => throw new NotSupportedException();

    /// <summary>A number from 0; it may throw.</summary>
    public static int Pick() => throw new NotSupportedException();

    /// <summary>Does nothing, or throws.</summary>
    public static void MayThrow() => throw new NotSupportedException();
}

/// <summary>The exception of the outside world.</summary>
public sealed class BoomException : Exception;

/// <summary>The end of an execution that has gone on for too long. No program catches it.</summary>
public sealed class AbandonedException : Exception;
