using System;

namespace ProtoDsl.Pictures.Layout;

/// <summary>A machine has too many states and edges for a picture of ours. Its message says what to do instead.</summary>
public sealed class PictureTooLargeException : Exception
{
    /// <param name="states">How many states there are.</param>
    /// <param name="edges">How many edges there are.</param>
    public PictureTooLargeException(int states, int edges)
        : base($"A picture of {states} states and {edges} edges would not be readable. Write the format 'dot' and lay it out with Graphviz's 'sfdp', or print the matrix instead.")
    {
    }
}
