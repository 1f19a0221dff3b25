using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>An event of an asynchronous machine whose task has certainly not been awaited yet.</summary>
/// <param name="Site">Where it was raised.</param>
/// <param name="Method">The method that was called.</param>
/// <param name="IsTold">True once a use of the machine meanwhile has been noted: one mistake, one report.</param>
internal sealed record PendingEvent(SyntaxNode Site, string Method, bool IsTold)
{
    /// <summary>What holds on either of two paths: nothing, unless both have raised it at the same place.</summary>
    public static PendingEvent? Join(PendingEvent? left, PendingEvent? right) =>
        left is null || right is null || left.Site != right.Site ? null
        : left.IsTold ? left
        : right;
}
