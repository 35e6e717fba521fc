using IpytestNet.CommandLine;
using IpytestNet.Execution;
using IpytestNet.Selection;
using Xunit;

namespace IpytestNet.Specs.Selection;

public sealed class TestSelectionSpecs
{
    private static readonly TestCase[] Tests =
    [
        Test("TestAdd"),
        Test("TestSub"),
        Test("Rows(n: 1)"),
        Test("Rows(n: 2)"),
        Test("Slow") with { Keywords = ["nightly"] },
        Test("Manual") with { IsExplicit = true },
        Test("Picky(a: 1)") with { IsExplicit = true },
        Test("CalcTests::Mul"),
        Test("CalcTests::Div"),
        Test("CalcTests::Inner::Mul"),
        Test("CalcTestsToo::Mul"),
    ];

    private static readonly string[] WithoutExplicit = [.. Tests.Where(test => !test.IsExplicit).Select(Short)];

    [Fact]
    public void Without_arguments_all_tests_but_the_explicit_are_selected() => Expect("", WithoutExplicit, deselected: 2);

    [Theory]
    [InlineData("n.ipynb")]
    [InlineData("./n.ipynb")]
    public void The_notebook_selects_all_tests_but_the_explicit(string target) => Expect(target, WithoutExplicit, deselected: 2);

    [Theory]
    [InlineData("n.ipynb::TestAdd", "TestAdd")]
    [InlineData("./n.ipynb::TestAdd", "TestAdd")]
    [InlineData("n.ipynb::CalcTests::Div", "CalcTests::Div")]
    [InlineData("n.ipynb::CalcTests::Inner::Mul", "CalcTests::Inner::Mul")]
    public void A_node_id_selects_its_test(string target, string expected) => Expect(target, [expected]);

    [Fact]
    public void A_functions_node_id_selects_all_its_rows() => Expect("n.ipynb::Rows", ["Rows(n: 1)", "Rows(n: 2)"]);

    [Fact]
    public void A_rows_node_id_selects_that_row()
    {
        var selected = Select(new RunOptions { Targets = ["n.ipynb::Rows(n: 2)"] });

        Assert.Equal(["Rows(n: 2)"], selected.Selected.Select(Short));
    }

    [Fact]
    public void A_row_may_have_the_separator_of_node_ids_in_its_arguments()
    {
        var row = Test("Rows") with { DisplayName = "Rows(s: \"a::b\")", NodeId = "n.ipynb::Rows(s: \"a::b\")" };

        var selected = TestSelection.Select([row], new RunOptions { Targets = [row.NodeId] }, "n.ipynb");

        Assert.Equal([row], selected.Selected);
    }

    [Fact]
    public void A_class_selects_its_tests_and_those_of_classes_in_it() =>
        Expect("n.ipynb::CalcTests", ["CalcTests::Mul", "CalcTests::Div", "CalcTests::Inner::Mul"]);

    [Fact]
    public void A_nested_class_selects_only_its_own() => Expect("n.ipynb::CalcTests::Inner", ["CalcTests::Inner::Mul"]);

    [Theory]
    [InlineData("n.ipynb::Slow n.ipynb::TestAdd")]
    [InlineData("n.ipynb::TestAdd n.ipynb::Slow n.ipynb::TestAdd ./n.ipynb::Slow")]
    public void Several_node_ids_add_up_in_order_of_definition_and_without_doubles(string targets) =>
        Expect(targets, ["TestAdd", "Slow"]);

    [Fact]
    public void A_class_and_its_method_are_not_selected_twice() =>
        Expect("n.ipynb::CalcTests::Mul n.ipynb::CalcTests", ["CalcTests::Mul", "CalcTests::Div", "CalcTests::Inner::Mul"]);

    [Fact]
    public void The_tests_of_another_module_are_selected_by_its_name()
    {
        var other = Test("Far") with { Module = "other.dll", NodeId = "other.dll::Far" };

        var selected = TestSelection.Select([.. Tests, other], new RunOptions { Targets = ["other.dll"] }, "n.ipynb");

        Assert.Equal([other], selected.Selected);
    }

    [Theory]
    [InlineData("n.ipynb::Manual", "Manual")]
    [InlineData("n.ipynb::Picky", "Picky(a: 1)")]
    [InlineData("n.ipynb n.ipynb::Manual -k manual", "Manual")]
    public void An_explicit_test_is_selected_by_its_own_node_id(string arguments, string expected) =>
        Assert.Contains(expected, Select(arguments).Selected.Select(Short));

    [Fact]
    public void An_explicit_test_is_not_selected_by_its_class()
    {
        var test = Test("CalcTests::Manual") with { IsExplicit = true };

        var selected = TestSelection.Select([test], new RunOptions { Targets = ["n.ipynb::CalcTests"] }, "n.ipynb");

        Assert.Empty(selected.Selected);
        Assert.Equal(1, selected.Deselected);
    }

    [Theory]
    [InlineData("add", "TestAdd")]
    [InlineData("ADD", "TestAdd")]
    [InlineData("nightly", "Slow")]
    [InlineData("Night", "Slow")]
    [InlineData("toO", "CalcTestsToo::Mul")]
    [InlineData("inner and mul", "CalcTests::Inner::Mul")]
    public void A_keyword_matches_a_part_of_a_name_in_upper_or_lower_case(string expression, string expected)
    {
        var selected = Select(new RunOptions { Keyword = KeywordExpression.Parse(expression) });

        Assert.Equal([expected], selected.Selected.Select(Short));
        Assert.Equal(Tests.Length - 1, selected.Deselected);
    }

    [Fact]
    public void A_keyword_matches_the_notebooks_name() => Expect("-k n.ipy", WithoutExplicit, deselected: 2);

    [Fact]
    public void A_keyword_does_not_span_two_names() => Expect("-k CalcTests::Mul", [], deselected: Tests.Length);

    [Fact]
    public void A_keyword_narrows_what_the_node_ids_select() =>
        Expect("n.ipynb::CalcTests -k mul", ["CalcTests::Mul", "CalcTests::Inner::Mul"], deselected: 1);

    [Fact]
    public void A_keyword_that_matches_nothing_deselects_all() => Expect("-k nothing", [], deselected: Tests.Length);

    [Fact]
    public void An_empty_keyword_leaves_out_nothing()
    {
        var selected = Select(new RunOptions { Keyword = KeywordExpression.Parse("") });

        Assert.Equal(WithoutExplicit, selected.Selected.Select(Short));
    }

    [Fact]
    public void A_deselected_test_is_left_out_and_counted() =>
        Expect("--deselect n.ipynb::TestSub", [.. WithoutExplicit.Except(["TestSub"])], deselected: 3);

    [Theory]
    [InlineData("n.ipynb::Test", 2)]
    [InlineData("./n.ipynb::Test", 2)]
    [InlineData("n.ipynb::Rows", 2)]
    [InlineData("n.ipynb::CalcTests::", 3)]
    [InlineData("n.ipynb::CalcTests", 4)]
    [InlineData("n.ipynb", 9)]
    [InlineData("TestAdd", 0)]
    [InlineData("n.ipynb::testadd", 0)]
    public void Deselection_is_by_the_beginning_of_the_node_id(string prefix, int expected) =>
        Assert.Equal(2 + expected, Select($"--deselect {prefix}").Deselected);

    [Fact]
    public void Deselections_add_up() =>
        Expect("n.ipynb::TestAdd n.ipynb::TestSub n.ipynb::Slow --deselect n.ipynb::TestSub --deselect n.ipynb::Sl", ["TestAdd"], deselected: 2);

    [Fact]
    public void A_test_that_is_left_out_twice_counts_once() => Expect("n.ipynb::TestSub --deselect n.ipynb::TestSub -k add", [], deselected: 1);

    [Fact]
    public void A_node_id_beats_no_deselection() => Expect("n.ipynb::Slow --deselect n.ipynb::Slow", [], deselected: 1);

    [Theory]
    [InlineData("n.ipynb::Quux", "not found: n.ipynb::Quux\n(no match in any of [<Module n.ipynb>])")]
    [InlineData("n.ipynb::Quux::Mul", "not found: n.ipynb::Quux::Mul\n(no match in any of [<Module n.ipynb>])")]
    [InlineData("n.ipynb::CalcTests::Power", "not found: n.ipynb::CalcTests::Power\n(no match in any of [<Class CalcTests>])")]
    [InlineData("n.ipynb::CalcTests::Inner::Power", "not found: n.ipynb::CalcTests::Inner::Power\n(no match in any of [<Class Inner>])")]
    [InlineData("n.ipynb::", "not found: n.ipynb::\n(no match in any of [<Module n.ipynb>])")]
    public void A_node_id_that_matches_nothing_is_an_error(string target, string message) =>
        Assert.Equal(message, Refusal(target).Message);

    [Theory]
    [InlineData("n.ipynb::TestAd", "n.ipynb::TestAdd")]
    [InlineData("n.ipynb::testSub", "n.ipynb::TestSub")]
    [InlineData("n.ipynb::Div", "n.ipynb::CalcTests::Div")]
    [InlineData("n.ipynb::CalcTest", "n.ipynb::CalcTests")]
    [InlineData("n.ipynb::CalcTests::Dib", "n.ipynb::CalcTests::Div")]
    [InlineData("n.ipynb::Row", "n.ipynb::Rows")]
    [InlineData("n.ipynb::Rows(n:1)", "n.ipynb::Rows(n: 1)")]
    public void The_nearest_name_is_suggested(string target, string nearest)
    {
        var error = Refusal(target);

        Assert.EndsWith($"\ndid you mean {nearest}?", error.Message, StringComparison.Ordinal);
        Assert.False(error.ShowsUsage);
    }

    [Fact]
    public void All_node_ids_that_match_nothing_are_named() =>
        Assert.Equal(
            "not found: n.ipynb::Quux\n(no match in any of [<Module n.ipynb>])\nnot found: n.ipynb::Zork\n(no match in any of [<Module n.ipynb>])",
            Refusal("n.ipynb::Quux n.ipynb::TestAdd n.ipynb::Zork").Message);

    [Theory]
    [InlineData("tests/")]
    [InlineData("n.ipynbs::TestAdd")]
    [InlineData("TestAdd")]
    public void A_target_of_no_known_module_is_an_error_that_says_which_there_are(string target) =>
        Assert.Equal(
            $"file or directory not found: {target}\n"
            + "(the tests of this run are those of n.ipynb; write {TestName} or {MODULE}::TestName for one of them)",
            Refusal(target).Message);

    [Fact]
    public void A_notebook_without_tests_selects_none()
    {
        var selected = TestSelection.Select([], new RunOptions { Targets = ["n.ipynb"] }, "n.ipynb");

        Assert.Empty(selected.Selected);
        Assert.Equal(0, selected.Deselected);
    }

    [Fact]
    public void A_test_of_a_notebook_without_tests_is_not_found() =>
        Assert.Throws<UsageException>(() => TestSelection.Select([], new RunOptions { Targets = ["n.ipynb::T"] }, "n.ipynb"));

    private static void Expect(string arguments, string[] expected, int deselected = 0)
    {
        var selected = Select(arguments);

        Assert.Equal(expected, selected.Selected.Select(Short));
        Assert.Equal(deselected, selected.Deselected);
    }

    private static UsageException Refusal(string arguments) => Assert.Throws<UsageException>(() => Select(arguments));

    private static SelectedTests Select(string arguments) =>
        Select(OptionParser.Parse([], arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), []));

    private static SelectedTests Select(RunOptions options) => TestSelection.Select(Tests, options, "n.ipynb");

    private static string Short(TestCase test) => test.NodeId["n.ipynb::".Length..];

    private static TestCase Test(string path)
    {
        var parts = path.Split("::");
        return new TestCase
        {
            NodeId = $"n.ipynb::{path}",
            Module = "n.ipynb",
            Classes = parts[..^1],
            Name = parts[^1].Split('(')[0],
            DisplayName = parts[^1],
        };
    }
}
