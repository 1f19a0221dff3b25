namespace ProtoDsl.Tool.Commands;

/// <summary>A command line that teaches.</summary>
/// <param name="CommandLine">As typed.</param>
/// <param name="Meaning">What it does, in one sentence.</param>
internal sealed record Example(string CommandLine, string Meaning);
