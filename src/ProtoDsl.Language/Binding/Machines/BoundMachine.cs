using System.Collections.Generic;
using ProtoDsl.Language.Binding.Declarations;
using ProtoDsl.Language.Binding.Rows;
using ProtoDsl.Language.Binding.States;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Binding.Machines;

/// <summary>A machine of the model and what later checks of the whole file need to know of it.</summary>
internal sealed record BoundMachine(
    Machine Machine, MachineMap Map, Scope Scope, StateSets Sets, EventTable Events, IReadOnlyList<MessageSymbol> Sent);
