namespace ProtoDsl.Benchmarks.Usage;

/// <summary>Methods that use a machine rightly; and the same, each with one mistake.</summary>
internal static class MachineMethods
{
    private static readonly (string Right, string Replaced, string Wrong)[] s_bodies =
    [
        ("""
            public void Open{0}(ILinkActions actions, string host, int[] lengths)
            {{
                using var link = new Link(actions);
                link.Connect(host);
                link.Receive(new Links.Accepted());
                foreach (var length in lengths)
                {{
                    if (link.State == LinkState.Full)
                    {{
                        link.Flush();
                    }}

                    link.Send(length);
                }}

                link.Close();
            }}

        """, "link.Connect(host);", "link.Send({0});"),
        ("""
            public int Drain{0}(Link link, IReadOnlyList<int> lengths)
            {{
                var sent = 0;
                for (var i = 0; i < lengths.Count; i++)
                {{
                    if (!link.TrySend(lengths[i]))
                    {{
                        if (link.State != LinkState.Full)
                        {{
                            break;
                        }}

                        link.Flush();
                        continue;
                    }}

                    sent += lengths[i] + {0};
                }}

                return sent;
            }}

        """, "link.Flush();\n", "link.Connect(\"\");\n"),
        ("""
            public bool Reach{0}(ILinkActions actions, string[] hosts)
            {{
                var link = new Link(actions);
                try
                {{
                    foreach (var host in hosts)
                    {{
                        if (link.State == LinkState.Idle)
                        {{
                            link.Connect(host);
                        }}

                        if (host.Length > {0})
                        {{
                            link.Receive(new Links.Accepted());
                            return true;
                        }}
                    }}

                    return false;
                }}
                finally
                {{
                    link.Dispose();
                }}
            }}

        """, "link.State == LinkState.Idle", "link.State == LinkState.Closing"),
        ("""
            public string Talk{0}(ILinkActions actions, string host, bool isShort)
            {{
                var a = new Link(actions);
                var b = a;
                a.Connect(host);
                b.Receive(new Links.Accepted());
                var isFull = a.Send({0}) == LinkState.Full;
                var said = isFull ? "full" : isShort ? "short" : "long";
                switch (a.State)
                {{
                    case LinkState.Open:
                        a.Send(1);
                        break;
                    case LinkState.Full:
                        a.Flush();
                        break;
                }}

                a.Dispose();
                return said;
            }}

        """, "a.Send(1);", "a.Connect(said);"),
    ];

    /// <summary>The method of a number.</summary>
    public static string Of(int number, bool isWrong)
    {
        var (right, replaced, wrong) = s_bodies[number % s_bodies.Length];
        var body = right.ReplaceLineEndings("\n");
        if (isWrong)
        {
            var at = body.IndexOf(replaced, StringComparison.Ordinal);
            body = body[..at] + wrong + body[(at + replaced.Length)..];
        }

        return string.Format(null, body, number);
    }
}
