namespace ProtoDsl.Tool.Terminals;

/// <summary>What a command says to the script that ran it.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing was found.</summary>
    public const int Clean = 0;

    /// <summary>Done, and something was found: a finding, a file that is not formatted, a trace that the table does not allow.</summary>
    public const int Findings = 1;

    /// <summary>Not done: an option, an argument or a file is wrong.</summary>
    public const int Usage = 2;

    /// <summary>A defect of ours.</summary>
    public const int Defect = 3;

    /// <summary>Ended by Ctrl-C, as shells count it.</summary>
    public const int Cancelled = 130;
}
