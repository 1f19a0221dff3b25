namespace ProtoDsl.Pictures.Layout;

/// <summary>A box to be placed.</summary>
/// <param name="Width">Of the box itself.</param>
/// <param name="Height">Of the box itself.</param>
/// <param name="Before">Room to its left that nothing else may use.</param>
/// <param name="After">Room to its right that nothing else may use: its loops.</param>
internal sealed record LayoutNode(double Width, double Height, double Before, double After);

/// <summary>An edge between two different boxes.</summary>
/// <param name="From">Index of the box it leaves.</param>
/// <param name="To">Index of the box it enters.</param>
/// <param name="LabelWidth">0 for no label.</param>
/// <param name="LabelHeight">0 for no label.</param>
internal sealed record LayoutEdge(int From, int To, double LabelWidth, double LabelHeight);
