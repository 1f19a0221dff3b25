namespace ProtoDsl.CodeFixes.Tests.Usage.Harness;

/// <summary>A method with one illegal event, of a door that is closed, or may be, in a random surrounding and written in a random manner.</summary>
internal sealed class RandomMethod
{
    private static readonly string[] s_calls =
    [
        "door.Lock();",
        "door.Lock(); // now",
        "door?.Lock();",
        "var now = door.Lock(); Console.WriteLine(now);",
        "var now = door.Lock();\nConsole.WriteLine(now);\nConsole.WriteLine();",
        "DoorState now;\nnow = door.Lock();",
        "DoorState now = default;\nnow = door.Lock();\nConsole.WriteLine(now);",
        "Console.WriteLine(\n    \"{0}{1}\",\n    door.Lock(), // what\n    1);",
        "Console.WriteLine(@\"a\nb\" + door.Lock());",
        "if (door.Lock() == DoorState.Locked) { Console.WriteLine(); } else Console.WriteLine();",
        "switch (door.Lock())\n{\n    default:\n        break;\n}",
        "if (door.Lock() is var then) { }\nConsole.WriteLine(then);",
        "_ = isLate || door.Lock() == DoorState.Locked;",
        "_ = door.Lock() == DoorState.Locked || isLate;",
        "foreach (var letter in door.Lock().ToString())\n    Console.WriteLine(letter);",
        "while (door.Lock() == DoorState.Locked) { }",
        "/* so */ door.Lock();",
        "Console.WriteLine(); door.Lock();",
        "throw new InvalidOperationException(door.Lock().ToString());",
        "{ door.Lock(); }",
        "lock (door.Lock().ToString()) { }",
        "Console.WriteLine($\"{door.Lock()}\");",
    ];

    private static readonly Func<string, string>[] s_around =
    [
        body => body,
        body => $"if (isLate)\n{{\n{In(body)}\n}}",
        body => $"if (isLate)\n{In("{\n" + In(body) + "\n}")}\nelse\n    Console.WriteLine();",
        body => $"while (isLate)\n{{\n{In(body)}\n    break;\n}}",
        body => $"try\n{{\n{In(body)}\n}}\ncatch (FormatException)\n{{\n}}",
        body => $"try\n{{\n}}\nfinally\n{{\n{In(body)}\n}}",
        body => $"switch (count)\n{{\n    case 1:\n    {{\n{In(In(body))}\n        break;\n    }}\n}}",
        body => $"using (new System.IO.MemoryStream())\n{{\n{In(body)}\n}}",
        body => $"// before\n{body}\n// after",
        body => $"do\n{{\n{In(body)}\n}}\nwhile (isLate && false);",
    ];

    public RandomMethod(int seed)
    {
        var random = new Random(seed);
        var body = s_calls[seed % s_calls.Length];
        for (var depth = random.Next(3); depth > 0; depth--)
        {
            body = s_around[random.Next(s_around.Length)](body);
        }

        var (signature, end) = random.Next(4) switch
        {
            0 => ("void Run(bool isLate, int count)", ""),
            1 => ("bool Run(bool isLate, int count)", "\nreturn isLate;"),
            2 => ("int Run(bool isLate, int count)", "\nreturn 1;"),
            _ => ("System.Collections.Generic.IEnumerable<int> Run(bool isLate, int count)", "\nyield return 1;"),
        };
        var opening = random.Next(2) == 0 ? "" : "\nif (count > 7)\n    door.Open();";
        var text = Snippet.Statements($"var door = new Door();{opening}\n{body}{end}", signature);
        Text = random.Next(3) == 0 ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;
    }

    public string Text { get; }

    private static string In(string text) => string.Join("\n", text.Split('\n').Select(line => "    " + line));
}
