using System.Reflection;

namespace ProtoDsl.Analyzers.Tests.Generation.Differential;

/// <summary>Implements whatever interface of actions a machine was generated with, and passes everything on to a world.</summary>
public class RecordingActions : DispatchProxy
{
    private readonly List<object> _started = [];
    private IWorld? _world;

    /// <summary>The tokens of the timers that were started, in order.</summary>
    internal IReadOnlyList<object> Started => _started;

    /// <summary>An implementation of <paramref name="actions"/>.</summary>
    internal static (object Proxy, RecordingActions Recorder) Create(Type actions, IWorld world)
    {
        var proxy = typeof(DispatchProxy).GetMethod(nameof(Create), 2, [])!.MakeGenericMethod(actions, typeof(RecordingActions)).Invoke(null, null)!;
        var recorder = (RecordingActions)proxy;
        recorder._world = world;
        return (proxy, recorder);
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var world = _world!;
        var name = targetMethod!.Name.EndsWith("Async", StringComparison.Ordinal) ? targetMethod.Name[..^5] : targetMethod.Name;
        var returned = targetMethod.ReturnType;
        var isTask = returned == typeof(ValueTask) || (returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(ValueTask<>));
        var result = isTask ? returned.GetGenericArguments().FirstOrDefault() : returned;
        if (result == typeof(bool))
        {
            var answer = world.Ask(name);
            return isTask ? new ValueTask<bool>(answer) : answer;
        }

        switch (name)
        {
            case "Start" or "Stop":
                var token = args![0]!;
                if (name == "Start")
                {
                    _started.Add(token);
                }

                world.Do($"{name} {token.GetType().GetProperty("Timer")!.GetValue(token)}");
                break;
            case "Send":
                world.Do($"Send {args![0]!.GetType().Name}");
                break;
            default:
                world.Do(name);
                break;
        }

        return result is null || result == typeof(void)
            ? (isTask ? default(ValueTask) : null)
            : isTask ? Activator.CreateInstance(returned, Activator.CreateInstance(result)) : Activator.CreateInstance(result);
    }
}
