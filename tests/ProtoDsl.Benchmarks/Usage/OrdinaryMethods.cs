namespace ProtoDsl.Benchmarks.Usage;

/// <summary>Methods as any project has them, which know of no machine.</summary>
internal static class OrdinaryMethods
{
    private static readonly string[] s_bodies =
    [
        """
            public int Count{0}(IReadOnlyList<string> words, int most)
            {{
                var seen = new Dictionary<string, int>();
                foreach (var word in words)
                {{
                    var key = word.Trim();
                    if (key.Length == 0 || key.Length > most)
                    {{
                        continue;
                    }}

                    seen.TryGetValue(key, out var count);
                    seen[key] = count + {0};
                }}

                var best = 0;
                foreach (var pair in seen)
                {{
                    best = Math.Max(best, pair.Value);
                }}

                return best;
            }}

        """,
        """
            public string Render{0}(int[] values, bool isLong)
            {{
                var text = new StringBuilder("part {0}: ");
                for (var i = 0; i < values.Length; i++)
                {{
                    if (i > 0)
                    {{
                        text.Append(isLong ? ", " : ",");
                    }}

                    switch (values[i] % 3)
                    {{
                        case 0:
                            text.Append(values[i]);
                            break;
                        case 1:
                            text.Append('-').Append(values[i] / 2);
                            break;
                        default:
                            text.Append(string.Concat("<", values[i].ToString(), ">"));
                            break;
                    }}
                }}

                return text.ToString();
            }}

        """,
        """
            public IEnumerable<string> Select{0}(IEnumerable<string?> names, string prefix)
            {{
                var limit = prefix.Length + {0};
                var chosen = names
                    .Where(name => name is not null && name.StartsWith(prefix, StringComparison.Ordinal))
                    .Select(name => name!.Length > limit ? name.Substring(0, limit) : name)
                    .OrderBy(name => name.Length)
                    .ThenBy(name => name)
                    .ToList();
                if (chosen.Count > 10)
                {{
                    chosen.RemoveRange(10, chosen.Count - 10);
                }}

                foreach (var name in chosen)
                {{
                    yield return name;
                }}
            }}

        """,
        """
            public bool TryRead{0}(string line, out int number, out string rest)
            {{
                number = {0};
                rest = "";
                var end = line.IndexOf(' ');
                if (end < 0)
                {{
                    return int.TryParse(line, out number);
                }}

                try
                {{
                    number = int.Parse(line.Substring(0, end));
                    rest = line.Substring(end + 1);
                    return true;
                }}
                catch (FormatException)
                {{
                    rest = line;
                    return false;
                }}
                finally
                {{
                    _reads++;
                }}
            }}

        """,
        """
            public async Task<int> Sum{0}(Func<int, Task<int>> load, int count)
            {{
                var sum = 0;
                for (var i = 0; i < count; i++)
                {{
                    var value = await load(i + {0});
                    if (value < 0)
                    {{
                        break;
                    }}

                    sum += value > 100 ? 100 : value;
                }}

                _reads += sum;
                return sum;
            }}

        """,
        """
            private double Mean{0}(double[,] table, int row)
            {{
                double total = 0;
                var used = 0;
                for (var column = 0; column < table.GetLength(1); column++)
                {{
                    var cell = table[row, column];
                    if (double.IsNaN(cell))
                    {{
                        continue;
                    }}

                    total += cell;
                    used++;
                }}

                return used == 0 ? {0} : total / used;
            }}

        """,
    ];

    /// <summary>The method of a number.</summary>
    public static string Of(int number) => string.Format(null, s_bodies[number % s_bodies.Length], number);
}
