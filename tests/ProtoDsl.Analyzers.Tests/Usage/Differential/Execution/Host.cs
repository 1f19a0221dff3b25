using System.Linq.Expressions;
using System.Reflection;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Execution;

/// <summary>A compiled program as its host sees it: it makes a <c>Code</c>, calls its entries, and knows its fields.</summary>
internal sealed class Host
{
    private readonly Type _code;
    private readonly Func<object> _newMachine;
    private readonly FieldInfo[] _fields;

    private Host(Type code, Type driver, int entries)
    {
        _code = code;
        Entries = entries;
        Run = Bind(code, driver);
        _newMachine = driver.GetMethod("NewMachine")!.CreateDelegate<Func<object>>();
        _fields = code.GetFields(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance);
    }

    /// <summary>How many methods a host may call.</summary>
    public int Entries { get; }

    /// <summary>Calls one.</summary>
    public Action<object, int> Run { get; }

    public static Host Of(Assembly assembly, string @namespace, SampleProgram program)
    {
        Type Class(string name) => assembly.GetType($"{@namespace}.{name}", throwOnError: true)!;
        return new Host(Class("Code"), Class("Driver"), program.Methods.Count(method => method.Entry is not null));
    }

    /// <summary>A new object.</summary>
    public object Create() => Activator.CreateInstance(_code, nonPublic: true)!;

    /// <summary>What its fields hold: a number or a truth value each; machines that two fields share are told by the second naming the first.</summary>
    public FieldVector Read(object code)
    {
        var machines = new List<object>();
        return new FieldVector(_fields.Select(field => field.GetValue(code) switch
        {
            null => "null",
            bool flag => flag ? "true" : "false",
            var machine when machines.IndexOf(machine) is >= 0 and var known => "=" + known,
            var machine => Add(machines, machine),
        }));
    }

    /// <summary>An object with such fields. Each machine counts as one whose state the host may know.</summary>
    public object Restore(FieldVector vector)
    {
        var code = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(_code);
        var machines = new List<object>();
        for (var index = 0; index < _fields.Length; index++)
        {
            var text = vector.Values[index];
            object? value = text switch
            {
                "null" => null,
                "true" or "false" => text == "true",
                _ when text[0] == '=' => machines[int.Parse(text[1..], System.Globalization.CultureInfo.InvariantCulture)],
                _ => R.Now.Enter(_newMachine(), int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)),
            };
            if (value is not null and not bool && !machines.Contains(value))
            {
                machines.Add(value);
            }

            _fields[index].SetValue(code, value);
        }

        return code;
    }

    private static string Add(List<object> machines, object machine)
    {
        machines.Add(machine);
        return MachineState.Get(machine).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Action<object, int> Bind(Type code, Type driver)
    {
        var (target, entry) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(int)));
        var call = Expression.Call(driver.GetMethod("Run")!, Expression.Convert(target, code), entry);
        return Expression.Lambda<Action<object, int>>(call, target, entry).Compile();
    }
}

/// <summary>What the fields of an object hold, one text a field.</summary>
internal sealed class FieldVector(IEnumerable<string> values) : IEquatable<FieldVector>
{
    public IReadOnlyList<string> Values { get; } = [.. values];

    public bool Equals(FieldVector? other) => other is not null && Values.SequenceEqual(other.Values);

    public override bool Equals(object? obj) => Equals(obj as FieldVector);

    public override int GetHashCode() => string.Join(" ", Values).GetHashCode(StringComparison.Ordinal);
}
