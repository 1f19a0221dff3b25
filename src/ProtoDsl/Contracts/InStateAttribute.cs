namespace ProtoDsl;

/// <summary>Says in which states a machine is where it changes hands. On a parameter: callers must hand over a machine in one of them; the
/// body may rely on it. On an <c>out</c> parameter, a return value: the method hands back one that is in one of them, where it hands back one at
/// all. On a field or property: whoever reads it finds the machine so, and whoever stores one there, or leaves a member of the class, must
/// leave it so.
/// <code>
/// static void Greet([InState(TcpConnectionState.Established)] TcpConnection connection) => connection.Send(Hello);
///
/// [return: InState(TcpConnectionState.Established)]
/// static TcpConnection Dial(string host) { … }
/// </code></summary>
/// <remarks>Both sides are checked: the caller against it, and the body that promises it. The task of an asynchronous method makes its promise when
/// it is done; an attribute on a <c>Task&lt;TcpConnection&gt;</c> is about its result. Inside one project it is seldom needed, for the
/// analysis looks into the methods called; it is for what has no body to look into: interfaces, delegates, packages. Overrides and implementations
/// inherit it unless they say otherwise; at run time nothing is checked.</remarks>
/// <param name="states">One or more members of the machine's enum of states; the machine is in one of them.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Field | AttributeTargets.Property, AllowMultiple = false, Inherited = true)]
public sealed class InStateAttribute(params object[] states) : Attribute
{
    /// <summary>The states, as the enum of the machine's states.</summary>
    public IReadOnlyList<object> States { get; } = states ?? [];
}
