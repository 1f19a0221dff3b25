using System.Collections.Immutable;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;

/// <summary>A statement: texts, and between them what the shrinker may make smaller.</summary>
internal sealed record Statement(ImmutableArray<Piece> Pieces)
{
    public Text Text => Pieces.Aggregate((Text)"", (text, piece) => text + piece.Text);

    public static Statement Of(params Piece[] pieces) => new([.. pieces]);

    public static Statement Line(Text text) => new([new TextPiece(text + "\n")]);
}

/// <summary>A part of a statement.</summary>
internal abstract record Piece
{
    public abstract Text Text { get; }

    public static implicit operator Piece(string same) => new TextPiece(same);

    public static implicit operator Piece(Text text) => new TextPiece(text);

    public static implicit operator Piece(Block block) => new BlockPiece(block);

    public static implicit operator Piece(Condition condition) => new ConditionPiece(condition);
}

/// <summary>A part that stays.</summary>
internal sealed record TextPiece(Text Fixed) : Piece
{
    public override Text Text => Fixed;
}

/// <summary>Statements in braces, which the text around it writes.</summary>
internal sealed record BlockPiece(Block Block) : Piece
{
    public override Text Text => Block.Text;
}

/// <summary>A condition.</summary>
internal sealed record ConditionPiece(Condition Condition) : Piece
{
    public override Text Text => Condition.Text;
}

/// <summary>Statements in order.</summary>
internal sealed record Block(ImmutableArray<Statement> Statements)
{
    public Text Text => Statements.Aggregate((Text)"", (text, statement) => text + statement.Text);

    public static Block Of(params Statement[] statements) => new([.. statements]);

    public Block Then(params Statement[] statements) => new(Statements.AddRange(statements));
}

/// <summary>A condition, and the conditions that it is made of.</summary>
internal sealed record Condition(Text Text, ImmutableArray<Condition> Parts)
{
    public static Condition Of(Text text, params Condition[] parts) => new(text, [.. parts]);
}
