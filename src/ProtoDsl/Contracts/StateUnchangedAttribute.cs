namespace ProtoDsl;

/// <summary>Says that a machine is, when the method returns, in the state in which it was handed over; the body is held to it.
/// <code>
/// interface IConnectionLog
/// {
///     void Write([StateUnchanged] TcpConnection connection, string text);
/// }
/// </code></summary>
/// <remarks>Needed where there is no body to look into: without it, an interface or a delegate may do anything. It may stand on a parameter that
/// takes more than machines, such as <c>object</c>. What other threads do to a <c>synchronized</c> machine meanwhile is not the method's
/// promise. Overrides and implementations inherit it; at run time nothing is checked.</remarks>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = false, Inherited = true)]
public sealed class StateUnchangedAttribute : Attribute;
