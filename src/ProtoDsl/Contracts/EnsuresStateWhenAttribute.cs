namespace ProtoDsl;

/// <summary>Says in which states a machine that was handed over is when the method returns a certain <see cref="bool"/>; the body is held to it. It may stand
/// twice, once for each result.
/// <code>
/// bool TryConnect([EnsuresStateWhen(true, TcpConnectionState.Established)] TcpConnection connection);
///
/// if (dialer.TryConnect(connection))
///     connection.Send(request);
/// </code></summary>
/// <remarks>For methods that return <c>bool</c>, <c>Task&lt;bool&gt;</c> or <c>ValueTask&lt;bool&gt;</c>. With <see cref="StateUnchangedAttribute"/> it is a
/// test that moves nothing. Overrides and implementations inherit it unless they say otherwise; at run time nothing is checked.</remarks>
/// <param name="result">The result for which it holds.</param>
/// <param name="states">One or more members of the machine's enum of states; the machine is in one of them.</param>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = true, Inherited = true)]
public sealed class EnsuresStateWhenAttribute(bool result, params object[] states) : Attribute
{
    /// <summary>The result for which it holds.</summary>
    public bool Result { get; } = result;

    /// <summary>The states, as the enum of the machine's states.</summary>
    public IReadOnlyList<object> States { get; } = states ?? [];
}
