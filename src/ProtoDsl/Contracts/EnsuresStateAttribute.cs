namespace ProtoDsl;

/// <summary>Says in which states a machine that was handed over is when the method returns; the body is held to it. A method that throws promises
/// nothing, and the task of an asynchronous method promises it when it is done.
/// <code>
/// interface IDialer
/// {
///     void Connect([EnsuresState(TcpConnectionState.Established)] TcpConnection connection);
/// }
///
/// dialer.Connect(connection);
/// connection.Send(request);
/// </code></summary>
/// <remarks>With <see cref="StateUnchangedAttribute"/> it is an assertion: the method moves nothing, and returns only where it holds already.
/// Overrides and implementations inherit it unless they say otherwise; at run time nothing is checked.</remarks>
/// <param name="states">One or more members of the machine's enum of states; the machine is in one of them.</param>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = false, Inherited = true)]
public sealed class EnsuresStateAttribute(params object[] states) : Attribute
{
    /// <summary>The states, as the enum of the machine's states.</summary>
    public IReadOnlyList<object> States { get; } = states ?? [];
}
