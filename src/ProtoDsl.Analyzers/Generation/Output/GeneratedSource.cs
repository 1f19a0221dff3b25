using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.Analyzers.Generation.Input;

namespace ProtoDsl.Analyzers.Generation.Output;

/// <summary>A source to add.</summary>
/// <param name="HintName">Its name without <c>.g.cs</c>.</param>
/// <param name="Text">C#; null for none.</param>
/// <param name="Failure">A defect of ours; null where there is none.</param>
internal sealed record GeneratedSource(string HintName, string? Text, InternalFailure? Failure)
{
    /// <summary>Hands it to the compiler.</summary>
    public void AddTo(SourceProductionContext output)
    {
        Failure?.ReportTo(output);
        if (Text is not null)
        {
            output.AddSource(HintName + ".g.cs", SourceText.From(Text, Encoding.UTF8));
        }
    }
}
