using ProtoDsl.Analyzers.Generation.Input;
using ProtoDsl.Analyzers.Generation.Planning;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Analyzers.Tests.Pipeline;

/// <summary>Names of tables and of what is generated from them.</summary>
public sealed class ProjectPathTests
{
    [Theory]
    [InlineData("/home/me/project/", "/home/me/project/Door.transitions", "Door.transitions")]
    [InlineData("/home/me/project", "/home/me/project/Tables/Door.transitions", "Tables/Door.transitions")]
    [InlineData("/home/me/project/", "/home/me/shared/Door.transitions", "../shared/Door.transitions")]
    [InlineData("/home/me/project/", "/home/me/project/../shared/./Door.transitions", "../shared/Door.transitions")]
    [InlineData(@"C:\work\project\", @"C:\work\project\Tables\Door.transitions", "Tables/Door.transitions")]
    [InlineData(@"C:\work\project\", @"D:\Door.transitions", "Door.transitions")]
    [InlineData(null, "/home/me/project/Door.transitions", "Door.transitions")]
    [InlineData("/home/me/project/", "Door.transitions", "Door.transitions")]
    [InlineData("/home/me/project/", "", "")]
    public void A_path_is_told_from_the_project(string? folder, string path, string expected) =>
        Assert.Equal(expected, ProjectPath.Relative(folder, path));

    [Theory]
    [InlineData("Door.transitions", "Door")]
    [InlineData("Tables/Tcp-4.1_x.TRANSITIONS", "Tables.Tcp-4.1_x")]
    [InlineData("../shared/Door.transitions", "shared.Door")]
    public void A_plain_path_is_its_source_s_name(string path, string expected) => Assert.Equal(expected, HintName.StemOf(path));

    [Theory]
    [InlineData("Tür an Tür.transitions", "T_r_an_T_r.")]
    [InlineData("a\n\"b\\.transitions", "a__b_.")]
    [InlineData(".transitions", "")]
    public void What_a_file_system_may_refuse_is_replaced(string path, string start) => Assert.StartsWith(start, HintName.StemOf(path));

    [Fact]
    public void A_long_path_is_cut_and_still_its_own()
    {
        var folder = string.Concat(Enumerable.Repeat("folder/", 60));

        var names = new[] { HintName.StemOf(folder + "Door.transitions"), HintName.StemOf("x/" + folder + "Door.transitions") };

        Assert.All(names, name => Assert.InRange(name.Length, 1, 100));
        Assert.NotEqual(names[0], names[1]);
    }

    [Fact]
    public void Equal_names_are_told_apart_whatever_their_case()
    {
        string[] paths = ["a/b.transitions", "a.b.transitions", "A/B.transitions", "a/c.transitions"];

        var places = SourcePlan.Of(paths.Select(path => new SourceRequest("/" + path, path, default)));

        Assert.Equal(4, places.Select(place => place.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal("a.c", SourcePlan.PlaceOf(places, "/a/c.transitions").HintName);
    }

    [Fact]
    public void The_first_table_keeps_a_class_that_two_generate()
    {
        SourceRequest[] requests =
        [
            new("/b", "b", EquatableArray.Create("N.Door", "N.Other")),
            new("/a", "a", EquatableArray.Create("N.Door")),
            new("/c", "c", EquatableArray.Create("N.Other")),
        ];

        var places = SourcePlan.Of(requests);

        Assert.Null(SourcePlan.PlaceOf(places, "/a").Clash);
        Assert.Equal(("N.Door", "a"), (SourcePlan.PlaceOf(places, "/b").Clash, SourcePlan.PlaceOf(places, "/b").ClashesWith));
        Assert.Null(SourcePlan.PlaceOf(places, "/c").Clash);
    }
}
