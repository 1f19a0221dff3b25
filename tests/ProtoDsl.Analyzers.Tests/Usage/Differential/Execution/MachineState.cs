using System.Reflection;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Execution;

/// <summary>Puts a generated machine into a state, reachable or not: what is unknown may be anything.</summary>
internal static class MachineState
{
    public static void Set(object machine, int state)
    {
        foreach (var field in machine.GetType().GetFields(BindingFlags.NonPublic | BindingFlags.Instance).Where(field => field.Name is "_state" or "_ready"))
        {
            field.SetValue(machine, Enum.ToObject(field.FieldType, state));
        }
    }

    public static int Get(object machine) => Convert.ToInt32(machine.GetType().GetProperty("State")!.GetValue(machine), System.Globalization.CultureInfo.InvariantCulture);
}
