using ProtoDsl.Language.Model;
using ProtoDsl.Language.Names;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Language.Text;
using ProtoDsl.Testing;

namespace ProtoDsl.Language.Tests.Names;

/// <summary>The names of the sample tables: none is missed, and each is what the binder takes it for.</summary>
public sealed class SampleNameTests
{
    private static readonly HashSet<string> s_words =
    [
        .. Keywords.OfLines, .. Keywords.OfRows, .. Keywords.OfSessions, .. Keywords.OfScenarios,
        "version", "start", "stop", "restart", "until", "except", "any", "else", "drained", "calls", "lossy", "fifo", "bag", "rendezvous", "same", "to",
    ];

    public static TheoryData<string> Samples => new(SampleTables.Names);

    [Theory]
    [MemberData(nameof(Samples))]
    public void EveryWordIsANameAKeywordOrOfCSharp(string sample)
    {
        var text = SampleTables.Text(sample);
        var syntax = TransitionFile.Parse(text);
        var map = TransitionFile.Names(syntax, sample);
        var csharp = TransitionFile.Read(text, sample).Map.CSharpTypes.Select(type => type.Span)
            .Concat(syntax.Lines.OfType<NamespaceLine>().Select(line => line.Span))
            .Concat(syntax.Lines.OfType<UsingLine>().Select(line => line.Span))
            .ToArray();
        var missed = TransitionFile.Lex(text).Tokens
            .Where(token => token.Kind == TokenKind.Identifier && !map.At(token.Start).Any(use => use.Span == token.Span))
            .Where(token => !csharp.Any(span => span.Start <= token.Start && token.End <= span.End))
            .Select(token => text.Substring(token.Start, token.Length))
            .Where(word => word != "_" && !s_words.Contains(word))
            .Distinct();
        Assert.Empty(missed.Except(["string", "int"])); // types that need no check
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void EveryNameCanBeChangedWhereverItStands(string sample)
    {
        var text = SampleTables.Text(sample);
        var before = Meaning(text, sample);
        var map = TransitionFile.Names(TransitionFile.Parse(text), sample);
        foreach (var key in map.Uses.Select(use => use.Key).Distinct().Where(key => !char.IsDigit(key.Name[0]) && key.Kind != NameKind.Peer))
        {
            var spans = Closure(map, key).SelectMany(map.Of).Select(use => use.Span).Distinct().OrderByDescending(span => span.Start);
            var renamed = spans.Aggregate(text, (changed, span) => changed.Remove(span.Start, span.Length).Insert(span.Start, "zz" + key.Name));
            Assert.True(before == Meaning(renamed, sample), $"{key} in {sample}");
        }
    }

    // What stands at one place with it, and roles that rows name.
    private static HashSet<NameKey> Closure(NameMap map, NameKey key)
    {
        var keys = new HashSet<NameKey> { key };
        var spans = new HashSet<TextSpan>();
        while (keys.SelectMany(map.Of).Count(use => spans.Add(use.Span)) > 0)
        {
            keys.UnionWith(map.Uses.Where(use => spans.Contains(use.Span)).Select(use => use.Key));
        }

        keys.UnionWith(map.Uses.Select(use => use.Key).Where(other => other.Kind == NameKind.Peer && key.Kind == NameKind.Role && other.Name == key.Name).ToArray());
        return keys;
    }

    // Numbers only: which rows are tried for what, where they lead, and what is wrong.
    private static string Meaning(string text, string name)
    {
        var bound = TransitionFile.Read(text, name);
        var machines = bound.Protocol.Machines.Select(machine =>
            string.Join(';', machine.Cells.Select(cell => $"{cell.State},{cell.Event}:{string.Join('|', cell.Candidates)}"))
            + string.Join(';', machine.Rows.Select(row => $"{row.Target}[{row.Guard is null}]{string.Join(',', row.Triggers.Select(trigger => string.Join('.', trigger.Pattern)))}/{string.Join(',', row.Effects.Select(Step))}"))
            + machine.Actions.Count);
        return string.Join('\n', [.. machines, .. bound.Diagnostics.Select(found => found.Rule.Id)]);
    }

    private static string Step(EffectStep step) => step switch
    {
        SendStep send => $"!{send.Message}({string.Join(',', send.Arguments.Select(argument => argument.GetType().Name))})",
        ActionStep action => $"{action.Action}({string.Join(',', action.Arguments.Select(argument => argument.GetType().Name))})",
        TimerStep timer => $"{timer.Operation}{timer.Timer}",
        _ => "",
    };
}
