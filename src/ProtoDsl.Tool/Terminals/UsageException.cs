using System;

namespace ProtoDsl.Tool.Terminals;

/// <summary>What the user gave cannot be worked on. The message is one line that says what to do instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
