using IpytestNet.Specs.Rewriting;
using IpytestNet.Values;
using Xunit;

namespace IpytestNet.Specs.Values;

public sealed class TypeNameSpecs
{
    [Theory]
    [InlineData(typeof(int), "int")]
    [InlineData(typeof(nint), "nint")]
    [InlineData(typeof(object), "object")]
    [InlineData(typeof(void), "void")]
    [InlineData(typeof(int?), "int?")]
    [InlineData(typeof(int[]), "int[]")]
    [InlineData(typeof(int[][,]), "int[][,]")]
    [InlineData(typeof(int?[,,]), "int?[,,]")]
    [InlineData(typeof(List<int>), "List<int>")]
    [InlineData(typeof(Dictionary<string, List<int?[]>>), "Dictionary<string, List<int?[]>>")]
    [InlineData(typeof(Dictionary<,>), "Dictionary<,>")]
    [InlineData(typeof(Dictionary<string, int>.Enumerator), "Dictionary<string, int>.Enumerator")]
    [InlineData(typeof((int, string)), "(int, string)")]
    [InlineData(typeof((int, string)?), "(int, string)?")]
    [InlineData(typeof((int, int, int, int, int, int, int, string, bool)), "(int, int, int, int, int, int, int, string, bool)")]
    [InlineData(typeof(ValueTuple<int>), "ValueTuple<int>")]
    [InlineData(typeof(Tuple<int, string>), "Tuple<int, string>")]
    [InlineData(typeof(Func<int, Task<bool>>), "Func<int, Task<bool>>")]
    [InlineData(typeof(Outer<int>.Inner<string>), "TypeNameSpecs.Outer<int>.Inner<string>")]
    [InlineData(typeof(Environment.SpecialFolder), "Environment.SpecialFolder")]
    public void A_type_is_named_as_in_CSharp(Type type, string name) => Assert.Equal(name, TypeName.Of(type));

    [Fact]
    public void References_and_pointers_are_named_as_in_CSharp()
    {
        Assert.Equal("ref int", TypeName.Of(typeof(int).MakeByRefType()));
        Assert.Equal("int*", TypeName.Of(typeof(int).MakePointerType()));
    }

    [Fact]
    public void An_anonymous_type_is_named_by_its_parts()
    {
        var value = new { A = 1, B = new[] { "x" } };

        Assert.Equal("<anonymous type: int A, string[] B>", TypeName.Of(value.GetType()));
    }

    [Fact]
    public void A_file_local_type_is_named_as_it_was_written() => Assert.Equal("Hidden", TypeName.Of(typeof(Hidden)));

    [Theory]
    [InlineData("IEnumerable<int> Gen() { yield return 1; } Gen().GetType()", "IEnumerable<int>")]
    [InlineData("IEnumerator<string> Gen() { yield return null; } Gen().GetType()", "IEnumerator<string>")]
    [InlineData("System.Collections.IEnumerator Gen() { yield return 1; } Gen().GetType()", "IEnumerator<object>")]
    [InlineData("async IAsyncEnumerable<int> Gen() { await Task.Yield(); yield return 1; } Gen().GetType()", "IAsyncEnumerable<int>")]
    [InlineData("IReadOnlyList<int> list = [1, 2]; list.GetType()", "IReadOnlyList<int>")]
    [InlineData("Type Gen(int n) { Func<int> f = () => n; return f.Target.GetType(); } Gen(1)", "<closure>")]
    [InlineData("int n = 1; Func<int> f = () => n; f.Target.GetType()", "<cell>")]
    public async Task A_type_that_the_compiler_made_is_named_by_what_it_is_for(string cell, string name) =>
        Assert.Equal(name, TypeName.Of((Type)(await ScriptCell.RunAsync(cell))!));

    [Theory]
    [InlineData("class Person { } typeof(Person)", "Person")]
    [InlineData("class Person { public class Address { } } typeof(Person.Address)", "Person.Address")]
    [InlineData("record Pair<A, B>(A First, B Second); typeof(Pair<int, string>)", "Pair<int, string>")]
    public async Task A_type_of_a_cell_has_its_own_name(string cell, string name) =>
        Assert.Equal(name, TypeName.Of((Type)(await ScriptCell.RunAsync(cell))!));

    public static class Outer<T>
    {
        public sealed record Inner<TInner>(T One, TInner Other);
    }
}

file static class Hidden;
