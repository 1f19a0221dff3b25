using ProtoDsl.Analyzers.Tests.Usage.Differential.Execution;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Judging;

/// <summary>In what analysis and executions differ at a line.</summary>
internal enum Difference
{
    /// <summary>In nothing.</summary>
    None,

    /// <summary>Reported, but every execution that reaches it is legal, or one state of what is handed in makes it so.</summary>
    False,

    /// <summary>Illegal, and reported neither there nor at a call that leads there.</summary>
    Missed,

    /// <summary>The analyzer threw.</summary>
    Crash,

    /// <summary>Reported as certain and it is not, or the other way round.</summary>
    Severity,
}

/// <summary>A program, judged line by line. A line that no execution reaches is not judged: what stands behind a call that is always illegal may be
/// reported or not.</summary>
/// <remarks>
/// An event is a mistake in a context (the calls that lead to it from an entry) as <see cref="EventContext.IsMistake"/> says; it may be reported where
/// <see cref="EventContext.MayBeMistake"/>. A mistake may be reported at the event or at any of the calls; where it is reported, the id must fit: at the event, an error
/// if all executions are illegal, else a warning; at a call, an error if the call never returns or an event behind it is always illegal, a warning if
/// one is not always illegal, or is a message, or the call may return. A message that is not always illegal is
/// not a mistake, and one that a method raises need not be reported to its callers.
/// </remarks>
internal sealed class Verdict
{
    private readonly List<EventContext> _contexts;
    private readonly ILookup<int, Report> _reports;
    private readonly HashSet<int> _messages;

    public Verdict(SampleProgram program, Truth truth, IReadOnlyList<Report> reports)
    {
        Program = program;
        Truth = truth;
        Reports = reports;
        _contexts = [.. truth.Contexts()];
        _reports = reports.ToLookup(report => report.Site);
        _messages = [.. program.MessageSites];
        var crashes = _reports[Report.NoSite].Select(report => new LineVerdict(report.Site, false, false, Difference.Crash));
        Lines = [.. truth.Sites.Select(Judge), .. crashes];
    }

    public SampleProgram Program { get; }

    public Truth Truth { get; }

    public IReadOnlyList<Report> Reports { get; }

    /// <summary>Every line that was executed.</summary>
    public IReadOnlyList<LineVerdict> Lines { get; }

    /// <summary>True when a line is of that kind.</summary>
    public bool Has(Difference difference) => Lines.Any(line => line.Difference == difference);

    /// <summary>True where a report might be right if executions went on for longer.</summary>
    public bool NeedsWiderBounds => Truth.IsExhausted && Truth.IsBounded && (Has(Difference.False) || Has(Difference.Severity));

    private LineVerdict Judge(int site) => Truth.IsCall(site) ? JudgeCall(site) : JudgeEvent(site);

    private LineVerdict JudgeEvent(int site)
    {
        var contexts = _contexts.Where(context => context.Site == site).ToArray();
        var mistakes = contexts.Where(MayBeMistake).ToArray();
        var isMessage = _messages.Contains(site);
        var isCertain = contexts.All(context => context.IsCertain);
        if (_reports.Contains(site))
        {
            var right = isMessage ? "PDSL3005" : isCertain ? "PDSL3001" : "PDSL3002";
            var difference = mistakes.Length == 0 || (isMessage && !isCertain) ? Difference.False
                : _reports[site].All(report => report.Id == right) ? Difference.None
                : Difference.Severity;
            return new LineVerdict(site, mistakes.Length > 0, true, difference);
        }

        var due = contexts.Where(context => context.IsMistake && (!isMessage || (context.IsCertain && context.Chain.Length == 0))).ToArray();
        var isMissed = due.Any(context => !context.Chain.Any(_reports.Contains));
        return new LineVerdict(site, due.Length > 0, false, isMissed ? Difference.Missed : Difference.None);
    }

    private bool MayBeMistake(EventContext context) => context.MayBeMistake && (context.IsCertain || !_messages.Contains(context.Site));

    private LineVerdict JudgeCall(int site)
    {
        if (!_reports.Contains(site))
        {
            return new LineVerdict(site, false, false, Difference.None);
        }

        var mistakes = _contexts.Where(context => context.Chain.Contains(site) && MayBeMistake(context)).ToArray();
        var mayBeError = Truth.NeverReturns(site) || mistakes.Any(context => context.IsCertain);
        var mayBeWarning = !Truth.NeverReturns(site) || mistakes.Any(context => !context.IsCertain || _messages.Contains(context.Site));
        var difference = mistakes.Length == 0 ? Difference.False
            : _reports[site].All(report => report.Id == "PDSL3002" ? mayBeWarning : mayBeError) ? Difference.None
            : Difference.Severity;
        return new LineVerdict(site, false, true, difference);
    }
}

/// <summary>A line, judged.</summary>
/// <param name="Site">Its mark.</param>
/// <param name="IsIllegal">An event that is a mistake.</param>
/// <param name="IsReported">Reported right there.</param>
/// <param name="Difference">What is wrong with it.</param>
internal sealed record LineVerdict(int Site, bool IsIllegal, bool IsReported, Difference Difference);
