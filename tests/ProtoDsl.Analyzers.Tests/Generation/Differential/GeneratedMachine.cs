using System.Reflection;

namespace ProtoDsl.Analyzers.Tests.Generation.Differential;

/// <summary>A generated machine behind its driver, with outcomes as the interpreter words them.</summary>
internal sealed class GeneratedMachine
{
    private readonly Func<object, int, int[], string, string> _fire;
    private readonly Func<object, string> _state;
    private readonly Func<object, string> _save;
    private readonly Func<string, object> _restore;
    private readonly object _machine;

    private GeneratedMachine(Type driver, Func<Type, object> make)
    {
        Driver = driver;
        _fire = Method<Func<object, int, int[], string, string>>("Fire");
        _state = Method<Func<object, string>>("State");
        _save = Method<Func<object, string>>("Save");
        _restore = Method<Func<string, object>>("Restore");
        _machine = make(driver);
    }

    public Type Driver { get; }

    public string State => _state(_machine);

    public string Save() => _save(_machine);

    public static GeneratedMachine Create(Assembly assembly, string @namespace) =>
        new(assembly.GetType(@namespace + ".Driver", throwOnError: true)!, driver => driver.GetMethod("Create")!.CreateDelegate<Func<object>>()());

    public GeneratedMachine Restore(string saved) => new(Driver, _ => _restore(saved));

    /// <summary>Raises, tries or asks; an exception comes back as its text.</summary>
    public string Fire(string how, int @event, int[] values)
    {
        try
        {
            return _fire(_machine, @event, values, how);
        }
        catch (BoomException)
        {
            return "Boom";
        }
        catch (OverlappingEventException)
        {
            return "Overlapping";
        }
        catch (ProtocolException exception)
        {
            var kind = exception is IllegalTransitionException ? "Illegal" : "Unexpected";
            return $"{kind}: {exception.Reason} in {exception.State}; legal: {string.Join(", ", exception.LegalEvents.Select(TableName))}";
        }
    }

    private static string TableName(string name) =>
        name.Replace("Async", "", StringComparison.Ordinal).Replace("Receive(P.", "", StringComparison.Ordinal).TrimEnd(')');

    private TDelegate Method<TDelegate>(string name)
        where TDelegate : Delegate =>
        Driver.GetMethod(name)!.CreateDelegate<TDelegate>();
}
