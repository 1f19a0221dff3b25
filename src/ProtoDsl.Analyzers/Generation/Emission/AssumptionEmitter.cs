namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary><c>AssumeState</c>: what the analysis cannot know, said by the user and checked when the program runs. The same in every flavor: it
/// reads the state once, and waits for nothing.</summary>
internal static class AssumptionEmitter
{
    public static void Write(SourceWriter writer, MachineForm form)
    {
        var state = form.Shape.StateType;
        writer.Line();
        writer.Doc("<summary>Takes it for granted that the machine is in a certain state, or in one of several: the analysis believes it from here on, and it is checked here.</summary>");
        writer.Doc("<param name=\"state\">The state.</param>");
        writer.Doc("<param name=\"others\">Other states that it may be in; with none, nothing is allocated.</param>");
        writer.Doc("<returns>The machine itself, so that an event can follow.</returns>");
        writer.Doc("<exception cref=\"global::ProtoDsl.StateAssumptionException\">The machine is in none of them.</exception>");
        writer.Line("[global::ProtoDsl.Metadata.MachineMember(global::ProtoDsl.Metadata.MachineMemberKind.Assume)]");
        using (writer.Block($"public {form.ClassType} AssumeState({state} state, params {state}[] others)"))
        {
            // A synchronized machine may move between two reads.
            writer.Line("var actual = _state;");
            using (writer.Block("if (actual == state || global::System.Array.IndexOf(others, actual) >= 0)"))
            {
                writer.Line("return this;");
            }

            writer.Line();
            writer.Line("var assumed = new global::System.Collections.Generic.List<string> { state.ToString() };");
            using (writer.Block("foreach (var other in others)"))
            {
                writer.Line("assumed.Add(other.ToString());");
            }

            writer.Line();
            writer.Line($"throw new global::ProtoDsl.StateAssumptionException({CSharpText.Literal(form.Shape.Machine.ClassName)}, actual.ToString(), assumed);");
        }
    }
}
