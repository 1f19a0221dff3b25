namespace ProtoDsl;

/// <summary>A snapshot that cannot be taken or that does not fit the machine.</summary>
/// <param name="message">What is wrong and what to do.</param>
public sealed class SnapshotException(string message) : InvalidOperationException(message);
