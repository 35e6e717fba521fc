using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace IpytestNet.Specs.Assertions.Differences;

public sealed class JsonDifferenceSpecs
{
    public static TheoryData<string, string, string> Documents => new()
    {
        { """{"tags":["a"]}""", """{"tags":["b"]}""", """$.tags[0]: "a" != "b" """ },
        { """{"id":1,"name":"x"}""", """{"name":"x","id":2}""", "$.id: 1 != 2" },
        { """{"a":1,"b":[1]}""", """{"a":1,"c":{"d":null}}""", """only in left: $.b = [1]|only in right: $.c = {"d":null}""" },
        { "[1,2]", "[1,3,4]", "$[1]: 2 != 3|only in right: $[2] = 4" },
        { "1", "2", "$: 1 != 2" },
        { """{"a":1}""", """{"a":"1"}""", """$.a: 1 != "1" """ },
        { """{"a":null}""", """{"a":false}""", "$.a: null != false" },
        { """{"a b":{"":1}}""", """{"a b":{"":2}}""", """$["a b"][""]: 1 != 2""" },
        { """{"a":1.0}""", """{"a":1}""", "note: the contents are equal" },
        { """{"s":"A"}""", """{"s":"a"}""", """$.s: "A" != "a"|note: $.s: the strings differ only in case""" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void Values_that_differ_are_named_by_their_path(string left, string right, string expected)
    {
        expected = expected.TrimEnd().Replace('|', '\n');

        Assert.Equal(expected, Explain.Difference(JsonDocument.Parse(left).RootElement, JsonDocument.Parse(right).RootElement));
        Assert.StartsWith(expected, Explain.Difference(JsonDocument.Parse(left), JsonDocument.Parse(right)));
        Assert.StartsWith(expected, Explain.Difference(JsonNode.Parse(left), JsonNode.Parse(right)));
    }

    [Fact]
    public void Nodes_that_were_made_in_code_are_compared()
    {
        var left = new JsonObject { ["n"] = 1, ["t"] = "x", ["list"] = new JsonArray(1, true) };
        var right = JsonNode.Parse("""{"n":1,"t":"y","list":[1,false]}""");

        Assert.Equal("$.t: \"x\" != \"y\"\n$.list[1]: true != false", Explain.Difference(left, right));
    }

    [Fact]
    public void Json_within_objects_continues_the_path() => Assert.Equal(
        "Body.a: 1 != 2",
        Explain.Difference(new { Body = JsonNode.Parse("""{"a":1}""") }, new { Body = JsonNode.Parse("""{"a":2}""") }));

    [Fact]
    public void Objects_that_cannot_be_written_as_json_break_nothing()
    {
        var left = new JsonObject { ["x"] = JsonValue.Create<object>(new Stubborn()) };

        Assert.DoesNotContain("Stubborn", Explain.Difference(left, JsonNode.Parse("""{"x":1}""")));
    }

    [Fact]
    public void A_disposed_document_breaks_nothing()
    {
        var document = JsonDocument.Parse("{}");
        document.Dispose();

        Assert.Equal("", Explain.Difference(document, 3));
        Assert.DoesNotContain("$", Explain.Difference(document, JsonDocument.Parse("{}")));
    }

    private sealed class Stubborn
    {
        [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Only getters of objects are written as JSON.")]
        public int Value => throw new NotSupportedException();
    }
}
