using System.Runtime.InteropServices;
using IpytestNet.Kernel.Documentation;
using Xunit;

namespace IpytestNet.Specs.Kernel.Inspections;

/// <summary>What Shift+Tab tells.</summary>
public sealed class InspectionSpecs(InspectionNotebook inspected) : IClassFixture<InspectionNotebook>
{
    [Fact]
    public void A_documented_function_as_plain_text() => ApprovedText.Verify(inspected.Inspect("Divide¦(1, 2)")!.PlainText);

    [Fact]
    public void A_documented_function_as_Markdown() => ApprovedText.Verify(inspected.Inspect("Divide¦(1, 2)")!.Markdown);

    [Fact]
    public void A_list_in_a_summary() => ApprovedText.Verify(inspected.Inspect("new Ste¦ps()")!.Markdown);

    [Fact]
    public void The_statement_Assert() => ApprovedText.Verify(inspected.Inspect("Assert(1 ¦== 1)")!.PlainText);

    [Theory]
    [InlineData("peo¦ple", "List<Person> people", "Variable of the notebook")]
    [InlineData("people¦.Count", "List<Person> people", "Variable of the notebook")]
    [InlineData("¦people", "List<Person> people", "Variable of the notebook")]
    [InlineData("var¦ x = people;", "class List<Person>", "Type of System.Collections.Generic")]
    [InlineData("v¦ar x = 1;", "struct int", "Type of System")]
    [InlineData("var x¦ = people;", "List<Person> x", "Variable of the notebook")]
    [InlineData("people.Cou¦nt", "int List<Person>.Count { get; }", "Property of System.Collections.Generic.List<Person>")]
    [InlineData("people.Select(p => p¦.Name)", "Person p", "Parameter")]
    [InlineData("void F() { var y = 1; y¦++; }", "int y", "Local variable")]
    [InlineData("Per¦son p = null;", "record Person", "Type of the notebook")]
    [InlineData("people[0].Age¦", "int Person.Age { get; set; }", "Property of Person")]
    [InlineData("new Person(¦", "Person.Person(string Name)", "Constructor of Person")]
    [InlineData("new Per¦son(\"a\")", "Person.Person(string Name)", "Constructor of Person")]
    [InlineData("n¦ew Person(\"a\")", "Person.Person(string Name)", "Constructor of Person")]
    [InlineData("Person p = n¦ew(\"a\");", "Person.Person(string Name)", "Constructor of Person")]
    [InlineData("Divide(1, ¦", "int? Divide(int dividend, int divisor)", "Function of the notebook")]
    [InlineData("Divide(1, 2¦)", "int? Divide(int dividend, int divisor)", "Function of the notebook")]
    [InlineData("Console.WriteLine(Divide(1¦))", "int? Divide(int dividend)", "Function of the notebook")]
    [InlineData("Console.WriteLine(\"te¦xt\")", "void Console.WriteLine(string? value)", "Method of System.Console")]
    [InlineData("people.Sel¦ect(p => p.Name)", "IEnumerable<string> IEnumerable<Person>.Select<Person, string>(Func<Person, string> selector)", "Extension method of System.Linq.Enumerable")]
    [InlineData("DayOfWeek.Mon¦day", "DayOfWeek.Monday = 1", "Member of System.DayOfWeek")]
    [InlineData("int.MaxVal¦ue", "const int int.MaxValue = 2147483647", "Constant of int")]
    [InlineData("System.Te¦xt.StringBuilder b;", "namespace System.Text", "Namespace")]
    [InlineData("st¦ring s;", "class string", "Type of System")]
    [InlineData("[Fac¦t] void Test() { }", "class FactAttribute", "Type of Xunit")]
    [InlineData("people.ForEach(¦", "void List<Person>.ForEach(Action<Person> action)", "Method of System.Collections.Generic.List<Person>")]
    [InlineData("new Steps().Undoc¦umented(\"\")", "void Steps.Undocumented<string>(string value, params int[] more)", "Method of Steps")]
    [InlineData("Func<int, int> twice = n => n * 2; twi¦ce(2)", "Func<int, int> twice", "Variable of the notebook")]
    [InlineData("$\"{peo¦ple}\"", "List<Person> people", "Variable of the notebook")]
    [InlineData("%%ipytest -q\npeo¦ple", "List<Person> people", "Variable of the notebook")]
    public void A_declaration_and_what_it_is(string cell, string declaration, string kind)
    {
        var lines = inspected.Inspect(cell)?.PlainText.Split("\n\n");

        Assert.Equal([declaration, kind], lines?.Take(2));
    }

    [Theory]
    [InlineData("people[0].Age¦", "Value: In years.")]
    [InlineData("new Person(¦", "A person.")]
    [InlineData("new Person(¦", "- Name: What they are called.")]
    [InlineData("Divide(1, 2¦)", "1 more overload")]
    [InlineData("Console.WriteLine(¦", "more overloads")]
    public void What_is_written_about_it(string cell, string text) => Assert.Contains(text, inspected.Inspect(cell)?.PlainText, StringComparison.Ordinal);

    [Theory]
    [InlineData("string.Jo¦in(\",\", people)", "Concatenates the")]
    [InlineData("Console.WriteLine(\"a\"¦)", "Writes the specified string value")]
    [InlineData("people.Ad¦d(null)", "Adds an object to the end")]
    [InlineData("new List<int>(¦", "Initializes a new instance")]
    [InlineData("people.Sel¦ect(p => 1)", "Projects each element")]
    [InlineData("File.ReadAllText(¦", "Opens a text file")]
    public void The_documentation_of_the_framework_where_its_reference_pack_is_installed(string cell, string text)
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        if (FrameworkDocs.Folder(root, Environment.Version) is null)
            Assert.Skip("No reference pack is installed.");

        Assert.Contains(text, inspected.Inspect(cell)?.PlainText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Display¦(1)", "Shows a value in the output of the running cell")]
    [InlineData("Ipytest.Ru¦n()", "Runs")]
    public void The_documentation_that_lies_beside_a_library(string cell, string text) =>
        Assert.Contains(text, inspected.Inspect(cell)?.PlainText, StringComparison.Ordinal);

    [Fact]
    public void A_comment_that_is_no_XML_leaves_the_declaration() =>
        Assert.StartsWith("void Broken()\n\nFunction of the notebook", inspected.Inspect("Broken(¦)")!.PlainText, StringComparison.Ordinal);

    [Theory]
    [InlineData("%%ipyt¦est -q\n", "Forgets earlier tests, runs the cell, then runs its tests.")]
    [InlineData("%%ipytest --maxf¦ail=2\n", "Stop after that many failures or errors; 0 never stops.")]
    [InlineData("%%ti¦me\n", "Runs the cell and says how long it took.")]
    [InlineData("#!writefi¦le a.txt\n", "Writes the cell to a file instead of running it.")]
    public void The_help_of_a_magic(string cell, string help) => Assert.Contains(help, inspected.Inspect(cell)?.PlainText, StringComparison.Ordinal);

    [Theory]
    [InlineData("¦")]
    [InlineData("1 +¦ 1")]
    [InlineData("unkn¦own")]
    [InlineData("// peo¦ple")]
    [InlineData("\"peo¦ple\"")]
    [InlineData("   ¦   ")]
    [InlineData("%%unkno¦wn")]
    [InlineData("%%writefile a.txt\npeo¦ple")]
    public void Nothing_where_nothing_is_known(string cell) => Assert.Null(inspected.Inspect(cell));

    [Fact]
    public void A_pack_is_chosen_by_the_version_of_the_runtime()
    {
        var root = Directory.CreateTempSubdirectory().FullName;
        foreach (var version in new[] { "8.0.20", "10.0.1", "10.0.2", "11.0.0-preview.1" })
            Directory.CreateDirectory(Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref", version, "ref", "net"));

        string? Chosen(int major) => Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(FrameworkDocs.Folder(root, new Version(major, 0, 5)))));

        Assert.Equal("10.0.2", Chosen(10));
        Assert.Equal("8.0.20", Chosen(9));
        Assert.Null(FrameworkDocs.Folder(Path.Combine(root, "nowhere"), new Version(10, 0)));
        Directory.Delete(root, recursive: true);
    }
}
