using System;
using System.Collections.Generic;

namespace ProtoDsl.Language.Binding.Declarations;

/// <summary>The C# types whose literals are whole numbers.</summary>
internal sealed class IntegerType
{
    private static readonly Dictionary<string, IntegerType> ByName = Build();

    private IntegerType(string keyword, long least, long most)
    {
        Keyword = keyword;
        Least = least;
        Most = most;
    }

    public string Keyword { get; }

    public long Least { get; }

    /// <summary>The largest number that a table can write for it.</summary>
    public long Most { get; }

    /// <summary>The type of that canonical text; null for one that is no integer. A simple <c>Int32</c> may be a type of the user's.</summary>
    public static IntegerType? Find(string type) => ByName.TryGetValue(type, out var found) ? found : null;

    /// <summary>True for a keyword type that is no integer, and for arrays, tuples and nullable types: never an enum.</summary>
    public static bool CannotBeEnum(string type) =>
        type is "bool" or "char" or "decimal" or "double" or "float" or "object" or "string" or "dynamic" or "void" or "nint" or "nuint"
        || (type.Length > 0 && type[type.Length - 1] is ']' or '?' or ')' or '>' or '*');

    private static Dictionary<string, IntegerType> Build()
    {
        var all = new Dictionary<string, IntegerType>(StringComparer.Ordinal);
        Add("sbyte", "SByte", sbyte.MinValue, sbyte.MaxValue);
        Add("byte", "Byte", byte.MinValue, byte.MaxValue);
        Add("short", "Int16", short.MinValue, short.MaxValue);
        Add("ushort", "UInt16", ushort.MinValue, ushort.MaxValue);
        Add("int", "Int32", int.MinValue, int.MaxValue);
        Add("uint", "UInt32", uint.MinValue, uint.MaxValue);
        Add("long", "Int64", long.MinValue, long.MaxValue);
        Add("ulong", "UInt64", 0, long.MaxValue);
        return all;

        void Add(string keyword, string systemName, long least, long most)
        {
            var type = new IntegerType(keyword, least, most);
            all.Add(keyword, type);
            all.Add("System." + systemName, type);
            all.Add("global::System." + systemName, type);
        }
    }
}
