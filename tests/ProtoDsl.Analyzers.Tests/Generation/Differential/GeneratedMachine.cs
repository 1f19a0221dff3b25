using System.Globalization;
using System.Reflection;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Tests.Generation.Differential;

/// <summary>A generated machine behind the same surface as <see cref="ReferenceMachine"/>, driven through reflection.</summary>
internal sealed class GeneratedMachine
{
    private readonly Protocol _protocol;
    private readonly Machine _machine;
    private readonly bool _isAsync;
    private readonly RecordingActions? _actions;

    public GeneratedMachine(Assembly assembly, Protocol protocol, Machine machine, IWorld world, bool generic)
    {
        _protocol = protocol;
        _machine = machine;
        _isAsync = machine.Modifiers.HasFlag(Language.Syntax.MachineModifiers.Async);
        var prefix = protocol.Namespace is null ? "" : protocol.Namespace + ".";
        var actions = assembly.GetType($"{prefix}I{machine.ClassName}Actions");
        var type = assembly.GetType(prefix + machine.ClassName, throwOnError: true)!;
        if (actions is null)
        {
            Instance = Activator.CreateInstance(type)!;
            return;
        }

        (var proxy, _actions) = RecordingActions.Create(actions, world);
        if (generic)
        {
            var wrapper = assembly.GetType($"{prefix}{machine.ClassName}StructActions", throwOnError: true)!;
            type = assembly.GetType($"{prefix}{machine.ClassName}`1", throwOnError: true)!.MakeGenericType(wrapper);
            proxy = Activator.CreateInstance(wrapper, proxy)!;
        }

        Instance = Activator.CreateInstance(type, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions, null, [proxy], null)!;
    }

    /// <summary>The machine itself.</summary>
    public object Instance { get; }

    /// <summary>Index of the current state.</summary>
    public int State => Convert.ToInt32(Instance.GetType().GetProperty("State")!.GetValue(Instance), CultureInfo.InvariantCulture);

    /// <summary>Raises an event by the method that throws.</summary>
    public Ending Fire(Occurrence occurrence)
    {
        var (name, types, arguments) = Describe(occurrence);
        return Guarded(() => Call(name, types, arguments) is not false);
    }

    /// <summary>Raises an event by the method that tells.</summary>
    public Ending TryFire(Occurrence occurrence)
    {
        var (name, types, arguments) = Describe(occurrence);
        return Guarded(() => Call("Try" + name, types, arguments) is true);
    }

    /// <summary>Asks <c>CanX</c>; null where the event has none.</summary>
    public bool? Can(Occurrence occurrence)
    {
        var @event = _machine.Events[occurrence.Event];
        if (@event.Kind != EventKind.Call)
        {
            return null;
        }

        var call = _machine.Calls[@event.Subject];
        var tags = call.Parameters.Select((parameter, i) => (parameter, i)).Where(pair => pair.parameter.Tag >= 0).ToArray();
        var name = "Can" + call.MethodName;
        if (Instance.GetType().GetProperty(name) is { } property)
        {
            return (bool)property.GetValue(Instance)!;
        }

        var method = Instance.GetType().GetMethod(name)!;
        var arguments = method.GetParameters().Select((parameter, i) => Enum.ToObject(parameter.ParameterType, occurrence.Values[tags[i].i])).ToArray();
        return (bool)method.Invoke(Instance, arguments)!;
    }

    /// <summary>Hands back the token of the timer's last start; nothing when it never started.</summary>
    public Ending Elapse(int timer)
    {
        var token = _actions?.Started.LastOrDefault(started =>
            started.GetType().GetProperty("Timer")!.GetValue(started)!.ToString() == _machine.Timers[timer].MemberName);
        return token is null ? Ending.Handled : Guarded(() =>
        {
            Call("Elapsed", null, [token]);
            return true;
        });
    }

    private static Ending Guarded(Func<bool> action)
    {
        try
        {
            return action() ? Ending.Handled : Ending.Illegal;
        }
        catch (ProtocolException)
        {
            return Ending.Illegal;
        }
        catch (ActionFailedException)
        {
            return Ending.Failed;
        }
    }

    private (string Name, Type? First, object?[] Arguments) Describe(Occurrence occurrence)
    {
        var @event = _machine.Events[occurrence.Event];
        if (@event.Kind == EventKind.Call)
        {
            var call = _machine.Calls[@event.Subject];
            var parameters = Instance.GetType().GetMethod(call.MethodName + Suffix)!.GetParameters();
            return (call.MethodName, null, Values(parameters, occurrence.Values));
        }

        var message = _protocol.Messages[@event.Subject];
        var type = Instance.GetType().GetMethods()
            .Where(method => method.Name == "Receive" + Suffix)
            .Select(method => Plain(method.GetParameters()[0].ParameterType))
            .Single(type => type.Name == message.TypeName);
        var constructor = type.GetConstructors().FirstOrDefault(candidate => candidate.GetParameters().Length == message.Parameters.Count);
        var value = message.Parameters.IsEmpty
            ? Activator.CreateInstance(type)!
            : constructor!.Invoke(Values(constructor.GetParameters(), occurrence.Values));
        return ("Receive", type, [value]);
    }

    private string Suffix => _isAsync ? "Async" : "";

    private static object?[] Values(ParameterInfo[] parameters, int[] values) => parameters
        .Where(parameter => parameter.ParameterType != typeof(CancellationToken))
        .Select((parameter, i) => parameter.ParameterType.IsEnum ? Enum.ToObject(parameter.ParameterType, values[i]) : (object)7)
        .ToArray();

    private object? Call(string name, Type? first, object?[] arguments)
    {
        var method = Instance.GetType().GetMethods().Single(candidate =>
            candidate.Name == name + Suffix && (first is null || Plain(candidate.GetParameters()[0].ParameterType) == first));
        var all = method.GetParameters().Length > arguments.Length ? [.. arguments, CancellationToken.None] : arguments;
        var result = method.Invoke(Instance, BindingFlags.DoNotWrapExceptions, null, all, CultureInfo.InvariantCulture);
        return !_isAsync || result is null
            ? result
            : result.GetType().GetProperty("Result") is { } property
                ? property.GetGetMethod()!.Invoke(result, BindingFlags.DoNotWrapExceptions, null, null, CultureInfo.InvariantCulture)
                : null;
    }

    private static Type Plain(Type type) => type.IsByRef ? type.GetElementType()! : type;
}
