namespace ProtoDsl.Tool.Drawing;

/// <summary>What was drawn.</summary>
/// <param name="Name">Of its machine, or its table.</param>
/// <param name="Text">The file.</param>
internal sealed record Picture(string Name, string Text);
