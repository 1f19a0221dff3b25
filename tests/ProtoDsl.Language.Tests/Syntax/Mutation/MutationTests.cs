using ProtoDsl.Language.Syntax;
using ProtoDsl.Testing;
using Xunit.Abstractions;

namespace ProtoDsl.Language.Tests.Syntax.Mutation;

public sealed class MutationTests(ITestOutputHelper output)
{
    [Fact]
    public void Explore()
    {
        foreach (var (title, mutants) in new (string, IEnumerable<Mutant>)[] { ("blank", Mutant.WithATokenBlanked()), ("twice", Mutant.WithATokenTwice()), ("swap", Mutant.WithNeighboursSwapped()) })
        {
            int all = 0, rejected = 0, one = 0, silent = 0, lost = 0;
            using var log = new StreamWriter($"/tmp/mut_{title}.txt");
            foreach (var m in mutants)
            {
                all++;
                var f = TransitionFile.Parse(m.Text);
                var n = f.Diagnostics.Count;
                var src = m.Text.Split('\n')[m.Line - 1];
                if (n == 0) { silent++; log.WriteLine($"SILENT {m.Sample}:{m.Line} {m.Change}   {src}"); }
                else { rejected++; if (n == 1) { one++; log.WriteLine($"ONE {m.Sample}:{m.Line} {m.Change}   {src}\n      {f.Diagnostics[0].Rule.Id} {f.Diagnostics[0].Message}"); } else log.WriteLine($"MANY {m.Sample}:{m.Line} {m.Change}  {src}\n      {string.Join("\n      ", f.Diagnostics.Select(d => d.Message))}");
                  int l = 0; bool lostS = false; foreach (var line in f.Lines) { if (line is BrokenLine b) { l++; lostS |= b.ClosesSection; } else if (line is MachineLine or StateLine or InLine or SessionLine or ScenarioLine or MessageLine or CallLine or GroupLine or TagLine or TimerLine) lostS = false; else if (lostS) l++; } lost += l; if (l > 1) log.WriteLine($"LOST {l} {m.Sample}:{m.Line} {m.Change}   {src}"); }
            }
            output.WriteLine($"{title}: {all} mutants, {rejected} rejected, {one} with one = {100.0 * one / rejected:F2} %, silent {silent} = {100.0 * silent / all:F2} %, lost {1.0 * lost / rejected:F2}");
        }
    }
}
