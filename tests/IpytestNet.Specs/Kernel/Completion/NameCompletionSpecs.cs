using IpytestNet.Kernel.Completion;
using Xunit;

namespace IpytestNet.Specs.Kernel.Completion;

/// <summary>What is offered where a name begins.</summary>
public sealed class NameCompletionSpecs(CompletionNotebook completed) : IClassFixture<CompletionNotebook>
{
    [Theory]
    [InlineData("¦", "list person Add Account Console System var foreach Assert if !__ipytest_anchor1 !Equals !GetHashCode")]
    [InlineData("per¦", "person Person")]
    [InlineData("Conso¦", "Console")]
    [InlineData("fore¦", "foreach")]
    [InlineData("Displ¦", "Display DisplayHtml")]
    [InlineData("Asse¦", "Assert")]
    [InlineData("cla¦", "@class class")]
    [InlineData("@cla¦", "@class")]
    [InlineData("var x = li¦", "list")]
    [InlineData("Add(nu¦", "number null")]
    [InlineData("nameof(per¦", "person Person")]
    [InlineData("if (true) ret¦", "return")]
    [InlineData("if (true) { } el¦", "else")]
    [InlineData("var a = 1;\nvar b = a¦", "a")]
    [InlineData("void F(int depth) { dep¦ }", "depth")]
    [InlineData("void F() { var inner = 1; { inn¦ } }", "inner")]
    [InlineData("void F() { inn¦ var inner = 1; }", "!inner")]
    [InlineData("list.Select(element => elem¦", "element")]
    [InlineData("from entry in list where ent¦", "entry")]
    [InlineData("from entry in list sel¦", "select")]
    [InlineData("return li¦", "list")]
    [InlineData("await Lo¦", "Load")]
    [InlineData("person is Per¦", "Person")]
    [InlineData("person is n¦", "not null !foreach")]
    [InlineData("person i¦", "is in")]
    [InlineData("throw ne¦", "new")]
    [InlineData("var x = self¦", "!x")]
    [InlineData("var self = sel¦", "!self")]
    [InlineData("class C { int field; void M() { fie¦ } }", "field")]
    [InlineData("list[nu¦]", "number")]
    [InlineData("$\"{per¦}\"", "person")]
    [InlineData("(Per¦)null", "Person")]
    [InlineData("x => per¦", "person")]
    [InlineData("for (var i = 0; i < li¦", "list")]
    [InlineData("1 + li¦", "list")]
    [InlineData("class C { int X { g¦ } }", "get !list")]
    [InlineData("class C { int X { get; s¦ } }", "set")]
    [InlineData("void F() { again: goto ag¦ }", "again")]
    [InlineData("class C<T> where T : ¦", "class struct notnull IDisposable")]
    [InlineData("int.TryParse(\"1\", out va¦", "var")]
    [InlineData("foreach (va¦", "var")]
    [InlineData("from x in list\nwhe¦", "where")]
    [InlineData("from x in list\n¦\nselect x", "where orderby")]
    [InlineData("public sta¦", "static")]
    [InlineData("public static vo¦", "void")]
    [InlineData("async Ta¦", "Task")]
    [InlineData("class C { int own; static void M() { ow¦ } }", "!own")]
    [InlineData("class C { int own; void M() { ow¦ } }", "own")]
    [InlineData("class C { static int own; static void M() { ow¦ } }", "own")]
    [InlineData("person is Person { Na¦", "Name")]
    [InlineData("switch (person) { case { Ag¦", "Age")]
    [InlineData("var (a, b) = (1, nu¦", "number")]
    [InlineData("list is [var first, .. var rest] && fir¦", "first")]
    [InlineData("if (int.TryParse(\"1\", out var parsed) && pars¦", "parsed")]
    [InlineData("try { } catch (Exception e) when (e¦", "e")]
    [InlineData("new Person(\"\", 1) { Parent = { Na¦", "Name")]
    [InlineData("do { } whi¦", "while")]
    [InlineData("maybe ??= li¦", "list")]
    [InlineData("person is not nul¦", "null")]
    [InlineData("person switch { { Ag¦", "Age")]
    [InlineData("yie¦", "yield")]
    [InlineData("var f = (int value) => val¦", "value")]
    [InlineData("int Own(int n) => Ow¦", "Own")]
    [InlineData("Own¦\nint Own(int n) => n;", "Own")]
    [InlineData("1..li¦", "list")]
    public void Names_of_the_notebook_of_C_sharp_and_of_the_framework(string cell, string names) => CellWithCursor.Offers(completed.Notebook, cell, names);

    [Theory]
    [InlineData("new Acc¦", "Account")]
    [InlineData("new ¦", "Account List Person !Console !list !foreach")]
    [InlineData("List<Per¦", "Person")]
    [InlineData("new List<¦>", "Person string !list")]
    [InlineData("typeof(Per¦", "Person")]
    [InlineData("class C : Acc¦", "Account")]
    [InlineData("void F(Per¦", "Person")]
    [InlineData("person as Per¦", "Person")]
    [InlineData("class C { pub¦ }", "public !foreach")]
    [InlineData("class C { public sta¦ }", "static !foreach")]
    [InlineData("class C { public Per¦ }", "Person")]
    [InlineData("class C { Per¦\n    int x; }", "Person")]
    [InlineData("public Per¦", "Person")]
    [InlineData("catch (InvalidOp¦", "InvalidOperationException")]
    [InlineData("try { } catch (InvalidOp¦", "InvalidOperationException")]
    [InlineData("using Sys¦", "System !String")]
    [InlineData("using System.Coll¦", "Collections")]
    [InlineData("using System.Te¦\nusing System.IO;", "Text !TermInfo")]
    [InlineData("using static System.Ma¦", "Math")]
    [InlineData("using var reader = new StringRea¦", "StringReader")]
    public void Types_and_namespaces(string cell, string names) => CellWithCursor.Offers(completed.Notebook, cell, names);

    [Theory]
    [InlineData("[Fac¦", "Fact !FactAttribute")]
    [InlineData("[Fac¦]", "Fact")]
    [InlineData("[Fac¦]\nvoid Test() { }", "Fact")]
    [InlineData("[Fac¦\nvoid Test() { }", "Fact")]
    [InlineData("[¦]\nvoid Test() { }", "Fact Theory Slow !Account !String !Console")]
    [InlineData("[Xunit.Fac¦]", "Fact")]
    [InlineData("class C\n{\n    [Obs¦]\n    int x;\n}", "Obsolete")]
    [InlineData("[Theory]\n[Inl¦", "InlineData")]
    [InlineData("[Theory, Inl¦", "InlineData")]
    [InlineData("[Fact(Sk¦)]\nvoid Test() { }", "Skip")]
    [InlineData("var x = 1;\n[Fac¦\nvoid Test() { }", "Fact")]
    public void Attributes_without_the_end_of_their_names(string cell, string names) => CellWithCursor.Offers(completed.Notebook, cell, names);

    [Theory]
    [InlineData("new Account { ¦", "Owner !Total !secret")]
    [InlineData("new Account { Ow¦ }", "Owner")]
    [InlineData("new Account\n{\n    ¦\n}", "Owner")]
    [InlineData("new Person(\"\", 1) { Name = \"\", ¦ }", "Age Shade Parent !Name")]
    [InlineData("new Person(\"\", 1) { Name = \"\",\n    Sh¦\n    Age = 3 }", "Shade")]
    [InlineData("var copy = person with { ¦ }", "Age Name")]
    [InlineData("var copy = person with { Name = \"x\", Ag¦", "Age")]
    [InlineData("person is { Na¦ }", "Name")]
    [InlineData("person is { Name: \"x\", Ag¦", "Age")]
    [InlineData("Account a = new() { Ow¦", "Owner")]
    [InlineData("new List<int> { num¦", "number")]
    [InlineData("new[] { num¦", "number")]
    [InlineData("new Person(\"\", 1) { Name = per¦", "person")]
    public void Properties_that_an_initializer_names(string cell, string names) => CellWithCursor.Offers(completed.Notebook, cell, names);

    [Theory]
    [InlineData("Add(¦", "first: second: person")]
    [InlineData("Add(1, ¦", "second: !first:")]
    [InlineData("Add(first: 1, sec¦", "second: !first:")]
    [InlineData("new Person(Na¦", "Name:")]
    [InlineData("Assert(mes¦", "")]
    [InlineData("Assert(true, mes¦", "message:")]
    [InlineData("list.Insert(ind¦", "index:")]
    public void Names_of_arguments(string cell, string names) => CellWithCursor.Offers(completed.Notebook, cell, names);

    [Theory]
    [InlineData("Shade s = ¦", "Shade.Dark Shade.Light")]
    [InlineData("person.Shade = Da¦", "")]
    [InlineData("person.Shade == ¦", "Shade.Dark")]
    [InlineData("switch (person.Shade) { case ¦", "Shade.Dark")]
    [InlineData("\"a\".Equals(\"A\", Str¦", "StringComparison.Ordinal StringComparison")]
    public void Members_of_an_enum_that_is_expected(string cell, string names) => CellWithCursor.Offers(completed.Notebook, cell, names);

    [Theory]
    [InlineData("var ¦")]
    [InlineData("int ¦")]
    [InlineData("Person pe¦")]
    [InlineData("void F(int na¦")]
    [InlineData("class Na¦")]
    [InlineData("12¦")]
    [InlineData("0x¦")]
    [InlineData("1.5e¦")]
    [InlineData("foreach (var pe¦")]
    [InlineData("\"per¦")]
    [InlineData("// per¦")]
    [InlineData("zzzz¦")]
    public void Nothing_where_a_name_is_made_up_or_text_stands(string cell) => Assert.Empty(CellWithCursor.Names(completed.Notebook, cell));

    [Fact]
    public void Exact_letters_come_first_and_then_what_was_defined_nearby()
    {
        var names = CellWithCursor.Names(completed.Notebook, "var x = Pe¦");

        Assert.Equal("Person", names[0]);
        Assert.Contains("person", names);
    }

    [Fact]
    public void Words_of_a_name_can_be_typed_by_their_first_letters() =>
        Assert.Contains("StringBuilder", CellWithCursor.Names(completed.Notebook, "new StrBu¦"));

    [Fact]
    public void A_later_definition_is_the_one_that_is_offered()
    {
        var item = CellWithCursor.In(completed.Notebook, "numbe¦").Items.Single(item => item.Text is "number");

        Assert.Equal("string", item.Signature);
    }

    [Fact]
    public void What_an_item_is_goes_with_it()
    {
        (string Text, CompletionKind Kind, string? Signature)[] expected =
        [
            ("list", CompletionKind.Instance, "List<string>"),
            ("Add", CompletionKind.Function, "int Add(int first) (+ 1 overload)"),
            ("Account", CompletionKind.Class, null),
            ("System", CompletionKind.Module, null),
            ("while", CompletionKind.Keyword, null),
            ("Assert", CompletionKind.Statement, "Assert(condition, message)"),
        ];

        var items = CellWithCursor.In(completed.Notebook, "¦").Items.ToDictionary(item => item.Text, StringComparer.Ordinal);

        Assert.Equal(expected, expected.Select(one => (one.Text, items[one.Text].Kind, items[one.Text].Signature)));
    }
}
