using Acme.Net;

// Two ends of a TCP connection over a wire in memory. Their states change only by the machine that is generated from Tcp.transitions.
switch (args)
{
    case []:
        Console.Write(string.Join("\n\n", Scenarios.All.Select(scenario => scenario.Show())));
        return 0;

    case ["--list"]:
        foreach (var scenario in Scenarios.All)
        {
            Console.WriteLine($"{scenario.Name,-20} {scenario.Title}");
        }

        return 0;

    case ["--help" or "-h"]:
        Console.WriteLine("""
            Draws what two ends of a TCP connection do, as the figures of RFC 9293.

            Usage: Tcp [scenario]

              scenario   one of those that --list names; without it, all
              --list     names the scenarios
              --help     this text
            """);
        return 0;

    case [var name] when Scenarios.All.FirstOrDefault(scenario => scenario.Name == name) is { } chosen:
        Console.Write(chosen.Show());
        return 0;

    default:
        Console.Error.WriteLine($"There is no scenario '{string.Join(' ', args)}'. Write one of: {string.Join(", ", Scenarios.All.Select(scenario => scenario.Name))}.");
        return 1;
}
