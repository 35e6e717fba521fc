using IpytestNet.Kernel.Completion;
using Xunit;

namespace IpytestNet.Specs.Kernel.Completion;

/// <summary>What is offered after a dot.</summary>
public sealed class MemberCompletionSpecs(CompletionNotebook completed) : IClassFixture<CompletionNotebook>
{
    [Fact]
    public void What_is_typed_of_a_member_is_replaced_by_its_whole_name()
    {
        var list = CellWithCursor.In(completed.Notebook, "Console.WriteL¦");

        var item = Assert.Single(list.Items);
        Assert.Equal((8, 14), (list.Start, list.End));
        Assert.Equal(new CompletionItem("WriteLine", CompletionKind.Function, "void WriteLine() (+ 19 overloads)"), item);
    }

    [Theory]
    [InlineData("list.¦", "Add Count Select Where !Equals( !get_Count")]
    [InlineData("\"text\".¦", "Length Substring Shout !IsNullOrEmpty !op_Equality")]
    [InlineData("string.¦", "Join Empty IsNullOrEmpty !Length")]
    [InlineData("Console.¦", "WriteLine Out !MemberwiseClone")]
    [InlineData("System.¦", "Console Collections Text")]
    [InlineData("System.Collections.¦", "Generic IEnumerable")]
    [InlineData("global::System.¦", "Console")]
    [InlineData("Shade.¦", "Dark Light")]
    [InlineData("Shade.Dark.¦", "HasFlag ToString !Light")]
    [InlineData("person.¦", "Name Age Shade Parent")]
    [InlineData("new Account().¦", "Owner Total Close !secret !Empty")]
    [InlineData("Account.¦", "Empty !Owner !Total")]
    [InlineData("pair.¦", "Left Right")]
    [InlineData("number.¦", "Length")]
    [InlineData("new[] { 1, 2 }.¦", "Length Sum")]
    [InlineData("1.0m.ToString().¦", "Length")]
    public void Members_of_what_stands_before_it(string cell, string names) => CellWithCursor.Offers(completed.Notebook, cell, names);

    [Theory]
    [InlineData("person?.¦", "Name Age")]
    [InlineData("person?.Parent?.Parent.¦", "Name Age")]
    [InlineData("maybe!.¦", "Length")]
    [InlineData("count?.¦", "CompareTo !HasValue")]
    [InlineData("count.¦", "HasValue Value")]
    [InlineData("(await Load()).¦", "Name Age")]
    [InlineData("await person.¦", "Name Age")]
    [InlineData("list.Where(x => x.Length > 2).¦", "Select First")]
    [InlineData("list.Select(x => x.Length).First().¦", "CompareTo")]
    [InlineData("list\n    .Where(x => true)\n    .¦", "Select")]
    [InlineData("list\n    .¦\n    .ToList()", "Select Add")]
    [InlineData("list[0].¦", "Length")]
    [InlineData("(1 + 2).¦", "CompareTo")]
    [InlineData("typeof(string).¦", "Name Assembly")]
    [InlineData("pairs[\"a\"].Parent!.Name.¦", "Length")]
    [InlineData("(person as object).¦", "ToString GetHashCode")]
    [InlineData("new Person(\"\", 1).¦", "Name")]
    [InlineData("Func<int, int> f = null; f.¦", "Invoke")]
    public void Through_operators_and_calls(string cell, string names) => CellWithCursor.Offers(completed.Notebook, cell, names);

    [Theory]
    [InlineData("list.Select(x => x.¦", "Length Substring")]
    [InlineData("list.Select(x => x.¦)", "Length Substring")]
    [InlineData("list.Select((x, i) => x.¦", "Length")]
    [InlineData("list.Where(x => x.Length > 1 && x.¦", "Length")]
    [InlineData("list.ToDictionary(x => x.Length, y => y.¦", "Length")]
    [InlineData("list.Select(x => { return x.¦", "Length")]
    [InlineData("list.Select(x => { return x.¦ })", "Length")]
    [InlineData("pairs.Values.SelectMany(p => p.Name).Select(c => c.¦", "CompareTo")]
    [InlineData("pairs.OrderBy(p => p.Value.¦", "Name Age")]
    [InlineData("pairs.GroupBy(p => p.Value.Age).Select(g => g.¦", "Key Count")]
    [InlineData("list.Aggregate(0, (sum, text) => sum + text.¦", "Length")]
    [InlineData("Task.Run(() => person.¦", "Name")]
    [InlineData("Func<Person, int> f = p => p.¦", "Age")]
    [InlineData("from x in list where x.¦", "Length")]
    [InlineData("from x in list select x.¦", "Length")]
    [InlineData("Assert(person.¦", "Name Age")]
    [InlineData("Assert(list.All(x => x.¦", "Length")]
    [InlineData("Assert(list.All(x => x.¦), \"message\");", "Length")]
    [InlineData("Assert.Equal(3, person.¦", "Name Age")]
    [InlineData("Assert.¦", "Equal True Throws")]
    public void Within_code_that_is_not_finished(string cell, string names) => CellWithCursor.Offers(completed.Notebook, cell, names);

    [Theory]
    [InlineData("$\"{person.¦}\"", "Name")]
    [InlineData("$\"{person.¦", "Name")]
    [InlineData("$\"a {person.Name.¦} b\"", "Length")]
    [InlineData("$\"a {person.Name.¦\nvar y = 2;", "Length")]
    [InlineData("$\"\"\"a {person.Name.¦} b\"\"\"", "Length")]
    [InlineData("$@\"a {person.Name.¦} b\"", "Length")]
    [InlineData("$\"a {list.Select(x => x.¦)}\"", "Length")]
    public void In_holes_of_strings(string cell, string names) => CellWithCursor.Offers(completed.Notebook, cell, names);

    [Theory]
    [InlineData("person.¦\nvar y = 2;", "Name")]
    [InlineData("person.¦\nConsole.WriteLine(1);", "Name")]
    [InlineData("person.¦\nawait Task.Yield();", "Name")]
    [InlineData("var x = person.¦\nint y = 2;", "Name")]
    [InlineData("void F()\n{\n    var p = person;\n    p.¦\n    var z = p;\n}", "Name")]
    [InlineData("class C { void M(Person p) { p.¦ } }", "Name")]
    [InlineData("class C { string s; void M() { this.¦ } }", "s M ToString")]
    [InlineData("class C : Person { C() : base(\"\", 1) { base.¦ } }", "Name Age")]
    [InlineData("if (person.¦\n{\n}", "Name")]
    [InlineData("foreach (var p in pairs.Values) { p.¦ }", "Name")]
    [InlineData("foreach (var p in pairs) Console.Write(p.Value.¦", "Name")]
    [InlineData("var q = person; q.¦", "Name")]
    [InlineData("nameof(person.¦", "Name")]
    [InlineData("Person Person = null; Person.¦", "Name")]
    [InlineData("if (Load().¦ && true) ;", "Result")]
    [InlineData("x = new { person.¦ }", "Name")]
    [InlineData("switch (person.¦) { }", "Name")]
    [InlineData("typeof(System.¦)", "String")]
    [InlineData("List<System.¦>", "String")]
    [InlineData("unsafe void F(Guid* p) { p->¦ }", "ToString")]
    public void Wherever_it_stands(string cell, string names) => CellWithCursor.Offers(completed.Notebook, cell, names);

    [Theory]
    [InlineData("1.¦")]
    [InlineData("1.5.¦")]
    [InlineData("unknown.¦")]
    [InlineData("// person.¦")]
    [InlineData("/* person.¦ */")]
    [InlineData("/// <summary>person.¦</summary>")]
    [InlineData("\"person.¦\"")]
    [InlineData("\"person.¦")]
    [InlineData("$\"person.¦\"")]
    [InlineData("\"\"\"\nperson.¦\n\"\"\"")]
    [InlineData("\"\"\"\nperson.¦")]
    [InlineData("@\"person.¦")]
    [InlineData("'p¦'")]
    [InlineData("'¦'")]
    [InlineData("#if false\nperson.¦\n#endif")]
    [InlineData("#region person.¦")]
    [InlineData("namespace person.¦")]
    [InlineData("list.Add.¦")]
    [InlineData("Console.WriteLine().¦")]
    [InlineData("\"a\"\"¦")]
    public void Nothing_where_nothing_is_known(string cell) => Assert.Empty(CellWithCursor.Names(completed.Notebook, cell));

    [Fact]
    public void What_all_objects_have_comes_last()
    {
        var names = CellWithCursor.Names(completed.Notebook, "person.¦");

        Assert.Equal(["Age", "Name", "Parent", "Shade"], names.Take(4));
        Assert.Equal(["Equals", "GetHashCode", "GetType", "ToString"], names.Skip(4));
    }

    [Fact]
    public void Operators_accessors_and_generated_members_are_not_offered()
    {
        var names = CellWithCursor.Names(completed.Notebook, "person.¦").Concat(CellWithCursor.Names(completed.Notebook, "Person.¦"));

        Assert.DoesNotContain(names, name => name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("op_", StringComparison.Ordinal) || name.Contains('<', StringComparison.Ordinal));
    }
}
