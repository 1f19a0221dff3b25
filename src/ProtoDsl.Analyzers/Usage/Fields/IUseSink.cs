using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Fields;

/// <summary>What happens to a machine where a variable that holds it is named.</summary>
internal interface IUseSink
{
    /// <summary>An event is raised on it.</summary>
    void Raise(EventTable @event, IOperation site);

    /// <summary>It gets another name: a local variable, a parameter of a known method, what a method returns.</summary>
    void Flow(ISymbol name);

    /// <summary>A known method returns it, to whoever calls that.</summary>
    void Return(IOperation site);

    /// <summary>It is stored in something that lives on.</summary>
    void Store(IOperation target);

    /// <summary>It gets out of sight.</summary>
    void Leave(Leaks leak);
}
