namespace ProtoDsl;

/// <summary>A machine threw when it was told that a timer has elapsed.</summary>
/// <typeparam name="TToken">Its timer token.</typeparam>
/// <param name="token">What had elapsed.</param>
/// <param name="exception">What the machine threw.</param>
public sealed class TimerFailedEventArgs<TToken>(TToken token, Exception exception) : EventArgs
    where TToken : struct
{
    /// <summary>What had elapsed.</summary>
    public TToken Token { get; } = token;

    /// <summary>What the machine threw.</summary>
    public Exception Exception { get; } = exception;
}
