using System;
using System.Threading;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Input;

/// <summary>Turns a table's text into its meaning; <see cref="Language.TransitionFile.Read(string, string, System.Threading.CancellationToken)"/> everywhere but in tests of failures.</summary>
internal delegate BoundFile ReadTable(string text, string fileName, CancellationToken cancellationToken);

/// <summary>What reading one table gave.</summary>
/// <param name="Table">The text.</param>
/// <param name="File">Its meaning; null where there is no text, or on a failure.</param>
/// <param name="Failure">A defect of ours; null where there is none.</param>
internal sealed record TableReading(TableText Table, BoundFile? File, InternalFailure? Failure)
{
    /// <summary>Reads a table; a defect of ours becomes a value, so that the other tables still compile.</summary>
    public static TableReading Of(TableText table, ReadTable read, CancellationToken cancellationToken)
    {
        if (table.Text is not { } text)
        {
            return new TableReading(table, null, null);
        }

        try
        {
            return new TableReading(table, read(text, table.Name, cancellationToken), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new TableReading(table, null, InternalFailure.Of("reading", table.Path, table.RelativePath, exception));
        }
    }
}
