using System.Reflection;

namespace ProtoDsl.Tests.Contracts;

/// <summary>What reflection sees of a contract: an override keeps it, a second one for the other result stands beside the first.</summary>
public sealed class ContractAttributeTests
{
    private enum DoorState
    {
        Closed,
        Open,
    }

    [Fact]
    public void States_are_kept_as_they_are_written()
    {
        Assert.Equal([DoorState.Open, DoorState.Closed], Of<InStateAttribute>(nameof(User.Use), 0).Single().States);
        Assert.Equal([DoorState.Closed], Of<EnsuresStateAttribute>(nameof(User.Use), 0).Single().States);
        Assert.Empty(new InStateAttribute(null!).States);
        Assert.Empty(new EnsuresStateAttribute().States);
        Assert.Empty(new EnsuresStateWhenAttribute(true, null!).States);
        Assert.Empty(new MemberInStateAttribute("_door", null!).States);
    }

    [Fact]
    public void There_may_be_one_for_each_result_and_each_member()
    {
        var results = Of<EnsuresStateWhenAttribute>(nameof(User.Try), 0).OrderBy(attribute => attribute.Result).ToArray();
        Assert.Equal([false, true], results.Select(attribute => attribute.Result));
        Assert.Equal([DoorState.Closed, DoorState.Open], results.SelectMany(attribute => attribute.States));

        var members = typeof(User).GetMethod(nameof(User.Try))!.GetCustomAttributes<MemberInStateAttribute>().OrderBy(attribute => attribute.Member, StringComparer.Ordinal);
        Assert.Equal(["Back", "Front"], members.Select(attribute => attribute.Member));
    }

    [Fact]
    public void An_override_keeps_them()
    {
        Assert.Single(Of<InStateAttribute>(nameof(User.Use), 0, typeof(Heir)));
        Assert.Single(Of<StateUnchangedAttribute>(nameof(User.Use), 1, typeof(Heir)));
        Assert.Single(Of<TakesOwnershipAttribute>(nameof(User.Use), 1, typeof(Heir)));
        Assert.Equal(2, typeof(Heir).GetMethod(nameof(User.Try))!.GetCustomAttributes<MemberInStateAttribute>(inherit: true).Count());
    }

    [Theory]
    [InlineData(typeof(InStateAttribute), AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Field | AttributeTargets.Property)]
    [InlineData(typeof(EnsuresStateAttribute), AttributeTargets.Parameter)]
    [InlineData(typeof(EnsuresStateWhenAttribute), AttributeTargets.Parameter)]
    [InlineData(typeof(StateUnchangedAttribute), AttributeTargets.Parameter)]
    [InlineData(typeof(TakesOwnershipAttribute), AttributeTargets.Parameter)]
    [InlineData(typeof(MemberInStateAttribute), AttributeTargets.Method | AttributeTargets.Property)]
    public void They_stand_where_they_mean_something(Type attribute, AttributeTargets targets) =>
        Assert.Equal(targets, attribute.GetCustomAttribute<AttributeUsageAttribute>()!.ValidOn);

    private static IEnumerable<T> Of<T>(string method, int parameter, Type? type = null)
        where T : Attribute =>
        Attribute.GetCustomAttributes((type ?? typeof(User)).GetMethod(method)!.GetParameters()[parameter], typeof(T), inherit: true).Cast<T>();

    private class User
    {
        public virtual void Use([InState(DoorState.Open, DoorState.Closed), EnsuresState(DoorState.Closed)] object door, [StateUnchanged, TakesOwnership] object other) =>
            GC.KeepAlive((door, other));

        [MemberInState("Front", DoorState.Open)]
        [MemberInState("Back", DoorState.Open)]
        public virtual bool Try([EnsuresStateWhen(true, DoorState.Open)][EnsuresStateWhen(false, DoorState.Closed)] object door) => door is not null;
    }

    private sealed class Heir : User
    {
        public override void Use(object door, object other) => GC.KeepAlive((door, other));

        public override bool Try(object door) => door is null;
    }
}
