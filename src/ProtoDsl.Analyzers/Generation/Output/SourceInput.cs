using System;
using System.Threading;
using ProtoDsl.Analyzers.Generation.Input;
using ProtoDsl.Analyzers.Generation.Planning;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Output;

/// <summary>Turns a protocol into C#: <see cref="Emission.ProtocolEmitter.Emit"/> everywhere but in tests of failures.</summary>
internal delegate string EmitProtocol(Protocol protocol, CancellationToken cancellationToken);

/// <summary>All that the generated source of a table depends on: no position, no comment of the table.</summary>
/// <param name="Path">The compiler's path.</param>
/// <param name="RelativePath">The path from the project's folder.</param>
/// <param name="HintName">The name of the source, without <c>.g.cs</c>.</param>
/// <param name="Protocol">What to generate; null for nothing.</param>
internal sealed record SourceInput(string Path, string RelativePath, string HintName, Protocol? Protocol)
{
    /// <summary>Leaves out what does not matter.</summary>
    public static SourceInput Of(PlacedTable table) =>
        new(table.Reading.Table.Path, table.Reading.Table.RelativePath, table.Place.HintName, table.Protocol);

    /// <summary>Generates; a defect of ours becomes a value.</summary>
    public GeneratedSource Emit(EmitProtocol emit, CancellationToken cancellationToken)
    {
        if (Protocol is null)
        {
            return new GeneratedSource(HintName, null, null);
        }

        try
        {
            return new GeneratedSource(HintName, emit(Protocol, cancellationToken), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new GeneratedSource(HintName, null, InternalFailure.Of("generating code from", Path, RelativePath, exception));
        }
    }
}
