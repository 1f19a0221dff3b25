using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Shrinking;

/// <summary>Everything that is one step smaller than a program: without a method, a class or a statement, with the inside of a statement in its place, with a
/// part of a condition in its place. Not all of it compiles.</summary>
internal static class Variants
{
    public static IEnumerable<SampleProgram> Of(SampleProgram program) => Steps(program).Select(smaller => smaller.WithoutUnused());

    private static IEnumerable<SampleProgram> Steps(SampleProgram program)
    {
        for (var index = 0; index < program.Methods.Length; index++)
        {
            yield return program with { Methods = program.Methods.RemoveAt(index) };
        }

        for (var index = 0; index < program.Others.Length; index++)
        {
            yield return program with { Others = program.Others.RemoveAt(index) };
        }

        foreach (var fields in Of(program.Fields))
        {
            yield return program with { Fields = fields };
        }

        for (var index = 0; index < program.Methods.Length; index++)
        {
            var method = program.Methods[index];
            foreach (var body in Of(method.Body))
            {
                yield return program with { Methods = program.Methods.SetItem(index, method with { Body = body }) };
            }
        }

        foreach (var others in program.Others.SelectMany((other, index) => Of(other).Select(smaller => program.Others.SetItem(index, smaller))))
        {
            yield return program with { Others = others };
        }
    }

    private static IEnumerable<HelperClass> Of(HelperClass other)
    {
        for (var index = 0; index < other.Methods.Length; index++)
        {
            yield return other with { Methods = other.Methods.RemoveAt(index) };
            foreach (var body in Of(other.Methods[index].Body))
            {
                yield return other with { Methods = other.Methods.SetItem(index, other.Methods[index] with { Body = body }) };
            }
        }
    }

    private static IEnumerable<Block> Of(Block block)
    {
        var statements = block.Statements;
        for (var index = 0; index < statements.Length; index++)
        {
            var rest = statements.RemoveAt(index);
            yield return new Block(rest);
            foreach (var inner in statements[index].Pieces.OfType<BlockPiece>().Where(piece => !piece.Block.Statements.IsEmpty))
            {
                yield return new Block(rest.InsertRange(index, inner.Block.Statements));
            }

            foreach (var smaller in Of(statements[index]))
            {
                yield return new Block(statements.SetItem(index, smaller));
            }
        }
    }

    private static IEnumerable<Statement> Of(Statement statement)
    {
        for (var index = 0; index < statement.Pieces.Length; index++)
        {
            IEnumerable<Piece> smaller = statement.Pieces[index] switch
            {
                BlockPiece piece => Of(piece.Block).Select(block => (Piece)block),
                ConditionPiece piece => Of(piece.Condition).Select(condition => (Piece)condition),
                _ => [],
            };
            foreach (var piece in smaller)
            {
                yield return new Statement(statement.Pieces.SetItem(index, piece));
            }
        }
    }

    private static IEnumerable<Condition> Of(Condition condition)
    {
        foreach (var part in condition.Parts)
        {
            yield return part;
        }

        if (condition.Text.Clean != Generation.ConditionWriter.Ask.Clean)
        {
            yield return Condition.Of(Generation.ConditionWriter.Ask);
        }
    }
}
