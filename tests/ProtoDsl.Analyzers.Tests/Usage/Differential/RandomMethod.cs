namespace ProtoDsl.Analyzers.Tests.Usage.Differential;

/// <summary>A random method over two variables that hold machines and two flags: its text, and its meaning.</summary>
internal sealed class RandomMethod
{
    private readonly Random _random;
    private readonly bool _isStraight;
    private int _sites;

    public RandomMethod(int seed, bool isStraight)
    {
        _random = new Random(seed);
        _isStraight = isStraight;
        Body = Block(isStraight ? 0 : 3, 3 + _random.Next(6));
    }

    /// <summary>What it does.</summary>
    public Statement Body { get; }

    /// <summary>How many calls it has.</summary>
    public int Sites => _sites;

    /// <summary>Its text.</summary>
    public string Text(string name) =>
        $"void {name}() {{ var v0 = new Rnd(); var v1 = new Rnd(); bool f0 = false, f1 = false;\n{Body.Text}}}\n";

    private Statement Block(int depth, int count)
    {
        var statements = Enumerable.Range(0, count).Select(_ => One(depth)).ToArray();
        return new Statement(
            string.Concat(statements.Select(statement => statement.Text)),
            run =>
            {
                foreach (var statement in statements)
                {
                    statement.Execute(run);
                }
            });
    }

    private Statement One(int depth)
    {
        var variable = _random.Next(2);
        var @event = _random.Next(RandomMachine.Events);
        var flag = _random.Next(2);
        var choice = _random.Next(_isStraight ? 60 : 100);
        if (choice < 45)
        {
            var site = _sites++;
            return new Statement($"/*s{site}*/v{variable}.E{@event}();\n", run => run.Raise(site, variable, @event));
        }

        if (choice < 60)
        {
            return choice switch
            {
                < 48 => new Statement($"v{variable} = new Rnd();\n", run => run.Variables[variable] = run.New()),
                < 50 => new Statement($"v{variable} = v{1 - variable};\n", run => run.Variables[variable] = run.Variables[1 - variable]),
                // What a list holds, unknown code may move: silence, so not for the lines on which nothing may be missed.
                < 52 when !_isStraight => new Statement($"L.Add(v{variable});\n", static _ => { }),
                < 54 => new Statement($"f{flag} = v{variable}.TryE{@event}();\n", run => run.Flags[flag] = run.Try(variable, @event)),
                < 56 => new Statement($"f{flag} = v{variable}.CanE{@event};\n", run => run.Flags[flag] = run.Can(variable, @event)),
                < 58 => new Statement($"f{flag} = {(choice == 56 ? "true" : "false")};\n", run => run.Flags[flag] = choice == 56),
                _ => new Statement("T();\n", run => run.MayThrow()),
            };
        }

        if (depth == 0)
        {
            return One(0);
        }

        var body = Block(depth - 1, 1 + _random.Next(3));
        if (choice < 85)
        {
            var condition = Condition(2);
            if (choice < 68)
            {
                return new Statement($"while ({condition.Text}) {{\n{body.Text}}}\n", run =>
                {
                    while (run.Step() && condition.Evaluate(run))
                    {
                        body.Execute(run);
                    }
                });
            }

            var otherwise = Block(depth - 1, _random.Next(3));
            return new Statement(
                $"if ({condition.Text}) {{\n{body.Text}}} else {{\n{otherwise.Text}}}\n",
                run => (condition.Evaluate(run) ? body : otherwise).Execute(run));
        }

        var handler = Block(depth - 1, 1 + _random.Next(2));
        return choice < 93
            ? new Statement($"try {{\n{body.Text}}} catch {{\n{handler.Text}}}\n", run =>
            {
                try
                {
                    body.Execute(run);
                }
                catch (Thrown)
                {
                    handler.Execute(run);
                }
            })
            : new Statement($"try {{\n{body.Text}}} finally {{\n{handler.Text}}}\n", run =>
            {
                try
                {
                    body.Execute(run);
                }
                catch (Thrown)
                {
                    handler.Execute(run);
                    throw;
                }

                handler.Execute(run);
            });
    }

    private Condition Condition(int depth)
    {
        var variable = _random.Next(2);
        var @event = _random.Next(RandomMachine.Events);
        var state = _random.Next(RandomMachine.States);
        var flag = _random.Next(2);
        switch (_random.Next(depth == 0 ? 8 : 10))
        {
            case 0 or 1:
                return new Condition("O()", run => run.Choose());
            case 2:
                return new Condition($"v{variable}.State == RndState.S{state}", run => run.StateOf(variable) == state);
            case 3:
                return new Condition($"v{variable}.State is not (RndState.S{state} or RndState.S0)", run => run.StateOf(variable) != state && run.StateOf(variable) != 0);
            case 4:
                return new Condition($"v{variable}.CanE{@event}", run => run.Can(variable, @event));
            case 5:
                return new Condition($"v{variable}.TryE{@event}()", run => run.Try(variable, @event));
            case 6:
                return new Condition($"!f{flag}", run => !run.Flags[flag]);
            case 7:
                var site = _sites++;
                return new Condition(
                    $"/*s{site}*/v{variable}.E{@event}() <= RndState.S{state}",
                    run =>
                    {
                        run.Raise(site, variable, @event);
                        return run.StateOf(variable) <= state;
                    });
            case 8:
                var (left, right) = (Condition(depth - 1), Condition(depth - 1));
                return new Condition($"({left.Text} && {right.Text})", run => left.Evaluate(run) && right.Evaluate(run));
            default:
                var (first, second) = (Condition(depth - 1), Condition(depth - 1));
                return new Condition($"({first.Text} || {second.Text})", run => first.Evaluate(run) || second.Evaluate(run));
        }
    }
}

/// <summary>Text and meaning.</summary>
internal sealed record Statement(string Text, Action<Run> Execute);

/// <summary>Text and meaning.</summary>
internal sealed record Condition(string Text, Func<Run, bool> Evaluate);

/// <summary>An exception of the method under test.</summary>
internal sealed class Thrown : Exception;

/// <summary>The end of an execution that has gone on for too long.</summary>
internal sealed class TooLong : Exception;
