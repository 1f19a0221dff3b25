using System.Collections;
using System.Reflection;

namespace ProtoDsl.Analyzers.Tests.Pipeline;

/// <summary>Everything that a value holds, through its fields and the elements of its collections.</summary>
internal static class ObjectGraph
{
    public static void Visit(object? root, Action<object> visit)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<object?>([root]);
        while (pending.TryPop(out var value))
        {
            if (value is null or string or Type || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
            {
                continue;
            }

            visit(value);
            if (value is IEnumerable elements)
            {
                foreach (var element in elements)
                {
                    pending.Push(element);
                }
            }

            for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            {
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    if (!field.FieldType.IsPointer)
                    {
                        pending.Push(field.GetValue(value));
                    }
                }
            }
        }
    }
}
