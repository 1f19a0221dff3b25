namespace ProtoDsl.Pictures.Svg;

/// <summary>Sizes in pixels that measuring and drawing share.</summary>
internal static class PictureSizes
{
    public const double TitleSize = 13, LabelSize = 11, LineHeight = 14, TitleHeight = 18;

    public const double LabelWidth = 190, InnerWidth = 230, LegendWidth = 300;

    public const double PaddingX = 12, PaddingY = 8, InnerGap = 5;

    /// <summary>Room around a label that no line enters.</summary>
    public const double LabelMargin = 3;

    public const double StartRoom = 34, StartRadius = 5.5;

    public const double LoopWidth = 26, LoopGap = 5;

    public const double Margin = 20, LegendGap = 16;
}
