using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Language.Binding.Declarations;

/// <summary>The declarations that a line can see: those of its machine and the shared ones.</summary>
internal sealed class Scope(Scope? parent, string? owner)
{
    /// <summary>The machine that the declarations belong to; null for the shared ones.</summary>
    public string? Owner { get; } = owner;

    public SymbolTable<TagSymbol> OwnTags { get; } = new();

    public SymbolTable<MessageSymbol> OwnMessages { get; } = new();

    public SymbolTable<CallSymbol> OwnCalls { get; } = new();

    public SymbolTable<TimerSymbol> OwnTimers { get; } = new();

    public IEnumerable<TagSymbol> Tags => parent is null ? OwnTags.All : parent.Tags.Concat(OwnTags.All);

    public IEnumerable<MessageSymbol> Messages => parent is null ? OwnMessages.All : parent.Messages.Concat(OwnMessages.All);

    public IEnumerable<CallSymbol> Calls => parent is null ? OwnCalls.All : parent.Calls.Concat(OwnCalls.All);

    public IEnumerable<TimerSymbol> Timers => parent is null ? OwnTimers.All : parent.Timers.Concat(OwnTimers.All);

    public TagSymbol? FindTag(string name) => OwnTags.Find(name) ?? parent?.FindTag(name);

    public MessageSymbol? FindMessage(string name) => OwnMessages.Find(name) ?? parent?.FindMessage(name);

    public CallSymbol? FindCall(string name) => OwnCalls.Find(name) ?? parent?.FindCall(name);

    public TimerSymbol? FindTimer(string name) => OwnTimers.Find(name) ?? parent?.FindTimer(name);
}
