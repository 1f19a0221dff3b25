namespace ProtoDsl;

/// <summary>Says that whoever hands over a machine need not finish it: that is from now on the duty of the method, or of what it gives the machine to.
/// <code>
/// sealed class Pool
/// {
///     public void Add([TakesOwnership] TcpConnection connection) => _idle.Add(connection);
/// }
/// </code></summary>
/// <remarks>It matters for machines with final states only, which must not be left unfinished. It may stand on a parameter that takes more than machines,
/// such as <see cref="IDisposable"/>. Overrides and implementations inherit it; at run time nothing is checked.</remarks>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = false, Inherited = true)]
public sealed class TakesOwnershipAttribute : Attribute;
