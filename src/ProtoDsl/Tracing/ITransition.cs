namespace ProtoDsl;

/// <summary>A row that was taken, in the words of the table. The generated <c>Transition</c> that <c>OnTransition</c> is handed
/// implements it (explicitly, so that its own members stay enums); every text is a constant, nothing is allocated.</summary>
public interface ITransition
{
    /// <summary>The event without arguments, as a table writes it: <c>Close</c>, <c>?ACK</c>, <c>after TimeWait</c>, <c>timeout Restart</c>.</summary>
    string EventText { get; }

    /// <summary>The state left: <c>FIN_WAIT_1</c>.</summary>
    string SourceText { get; }

    /// <summary>The state reached; for a row that stays, the one left.</summary>
    string TargetText { get; }
}
