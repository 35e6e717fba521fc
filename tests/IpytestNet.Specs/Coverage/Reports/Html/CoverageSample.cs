using IpytestNet.Coverage.Results;

namespace IpytestNet.Specs.Coverage.Reports.Html;

/// <summary>Cells and files as a measurement leaves them: lines that ran or not, branches, exclusions, tests.</summary>
internal static class CoverageSample
{
    private const string AddTest = "Calc.ipynb::TestAdd|run";
    private const string RowsTest = "Calc.ipynb::StackTests.Rows[1-2]|run";
    private const string LexTest = "Calc.ipynb::TestLex|run";

    /// <summary>Eight of them, among them one of a name that is markup and one that is fully covered.</summary>
    public static CoverageData Data { get; } = new()
    {
        HasBranches = true,
        HasContexts = true,
        Warnings =
        [
            "In[2] was run before coverage was enabled; run it again",
            "Native.dll has no sources here and was not measured",
        ],
        Files = [Kinds, Add, Superseded, Stack, Lexer, Empty, Markup, Late],
    };

    private static FileCoverage Kinds => new()
    {
        Name = "In[3]",
        Source =
            """
            %%ipytest -q
            // Which sign a number has.
            string Kind(int number)
            {
                if (number < 0 && number > int.MinValue)
                    return "negative";
                return number switch
                {
                    0 => "zero",
                    _ => "positive",
                };
            }

            int Sum(IEnumerable<int> numbers)
            {
                var sum = 0;
                foreach (var number in numbers)
                    sum += number;
                return sum;
            }

            // pragma: no cover
            void Debug() => Console.WriteLine($"{Kind(0)} <b>&amp;</b>");
            """,
        Lines =
        [
            Ran(5, 12, AddTest, RowsTest), Missed(6), Ran(7, 12, AddTest, RowsTest), Missed(9), Ran(10, 12, AddTest, RowsTest),
            Ran(16, 1, AddTest), Ran(17, 1, AddTest), Ran(18, 3, AddTest), Ran(19, 1, AddTest),
        ],
        ExcludedLines = [22, 23],
        Outcomes =
        [
            new BranchOutcome(5, 0, 0) { Word = "true", Code = "number < 0" },
            new BranchOutcome(5, 0, 12) { Word = "false", Code = "number < 0", Destination = 7 },
            new BranchOutcome(5, 1, 0) { Word = "true", Code = "number > int.MinValue", Destination = 6 },
            new BranchOutcome(5, 1, 0) { Word = "false", Code = "number > int.MinValue", Destination = 7 },
            new BranchOutcome(9, 0, 0) { Word = "case 0", Code = "number" },
            new BranchOutcome(10, 0, 12) { Word = "case _", Code = "number" },
            new BranchOutcome(17, 0, 3) { Word = "element", Destination = 18 },
            new BranchOutcome(17, 0, 1) { Word = "exhausted", Destination = 19 },
        ],
        Regions = [new CodeRegion("Kind", IsType: false, 3, 12), new CodeRegion("Sum", IsType: false, 14, 20), new CodeRegion("Debug", IsType: false, 23, 23)],
    };

    private static FileCoverage Add => new()
    {
        Name = "In[10]",
        Source =
            """
            int Add(int left, int right) => left + right;

            [Fact]
            void TestAdd() => Assert.Equal(3, Add(1, 2));
            """,
        Lines = [Ran(1, 1, AddTest), Ran(4, 1, AddTest)],
        Regions = [new CodeRegion("Add", IsType: false, 1, 1), new CodeRegion("TestAdd", IsType: false, 3, 4)],
    };

    private static FileCoverage Superseded => new()
    {
        Name = "In[4]",
        Source = "int Add(int left, int right) => left - right;\nvar seven = Add(9, 2);\n",
        Lines = [Ran(1, 1, ""), Ran(2, 1, "")],
        Note = "superseded by In[10]",
        Regions = [new CodeRegion("Add", IsType: false, 1, 1)],
    };

    private static FileCoverage Stack => new()
    {
        Name = "src/Calc/Stack.cs",
        Path = "/work/src/Calc/Stack.cs",
        Source =
            """"
            namespace Calc;

            /// <summary>Values, the last one first.</summary>
            public sealed class Stack<T>
            {
                private readonly List<T> _items = [];

                public int Count => _items.Count;

                public void Push(T item) => _items.Add(item);

                public T Pop()
                {
                    if (_items.Count == 0)
                    {
                        throw new InvalidOperationException("""
                            The stack is empty:
                              push something first.
                            """);
                    }

                    var item = _items[^1];
                    _items.RemoveAt(_items.Count - 1);
                    return item;
                }

                public T? PeekOrDefault() => _items is [.., var last] ? last : default;

                public override string ToString()
                {
                    try
                    {
                        return string.Join(", ", _items.Select(item => item?.ToString() ?? "null")); // a line that goes on for long, so that it has to be broken on a phone
                    }
                    catch (Exception e) when (e is FormatException)
                    {
                        return e.Message;
                    }
                }
            }
            """",
        Lines =
        [
            Ran(6, 4, RowsTest), Ran(8, 2, RowsTest), Ran(10, 9, RowsTest), Ran(14, 5, RowsTest), Missed(16), Ran(22, 5, RowsTest), Ran(23, 5, RowsTest),
            Ran(24, 5, RowsTest), Missed(27), Ran(33, 1, RowsTest), Missed(35), Missed(37),
        ],
        Outcomes =
        [
            new BranchOutcome(14, 0, 0) { Word = "true", Code = "_items.Count == 0", Destination = 16 },
            new BranchOutcome(14, 0, 5) { Word = "false", Code = "_items.Count == 0", Destination = 22 },
            new BranchOutcome(27, 0, 0) { Word = "true", Code = "_items is [.., var last]" },
            new BranchOutcome(27, 0, 0) { Word = "false", Code = "_items is [.., var last]" },
            new BranchOutcome(33, 0, 0) { Word = "null", Code = "item" },
            new BranchOutcome(33, 0, 2) { Word = "not null", Code = "item" },
            new BranchOutcome(35, 0, 0) { Word = "true", Code = "e is FormatException", Destination = 37 },
            new BranchOutcome(35, 0, 0) { Word = "false", Code = "e is FormatException" },
        ],
        Regions =
        [
            new CodeRegion("Stack", IsType: true, 4, 40), new CodeRegion("Stack.Count", IsType: false, 8, 8), new CodeRegion("Stack.Push", IsType: false, 10, 10),
            new CodeRegion("Stack.Pop", IsType: false, 12, 25), new CodeRegion("Stack.PeekOrDefault", IsType: false, 27, 27), new CodeRegion("Stack.ToString", IsType: false, 29, 39),
        ],
    };

    private static FileCoverage Lexer => new()
    {
        Name = "src/Calc/Lexer.cs",
        Path = "/work/src/Calc/Lexer.cs",
        Source = string.Concat(Enumerable.Range(1, 60).Select(number => $"if (text[at] == '{(char)('0' + (number % 10))}') Take({number});\n")),
        Lines = [.. Enumerable.Range(1, 60).Select(number => number % 9 < 6 ? Ran(number, 1000 + number, LexTest) : Missed(number))],
        Outcomes =
        [
            .. Enumerable.Range(1, 60).SelectMany(number => new[]
            {
                new BranchOutcome(number, 0, number % 9 < 6 ? number % 4 : 0) { Word = "true", Code = $"text[at] == '{(char)('0' + (number % 10))}'" },
                new BranchOutcome(number, 0, number % 9 < 6 ? 1000 : 0) { Word = "false", Code = $"text[at] == '{(char)('0' + (number % 10))}'" },
            }),
        ],
    };

    private static FileCoverage Empty => new() { Name = "src/Calc/Names.cs", Path = "/work/src/Calc/Names.cs", Source = "namespace Calc;\n\npublic enum Sign { Minus, Plus }\n", Lines = [] };

    private static FileCoverage Markup => new()
    {
        Name = "src/<script>document.title='gone'</script>.cs",
        Source = "var text = \"</code><img src=x onerror=document.title='gone'>\";\n",
        Lines = [Ran(1, 1, "Calc.ipynb::Test(\"</li><img src=x>\")|run")],
    };

    private static FileCoverage Late => new() { Name = "index", Source = "throw new NotImplementedException();", Lines = [Missed(1)] };

    private static LineCoverage Ran(int number, long hits, params string[] contexts) => new(number, hits) { Contexts = contexts };

    private static LineCoverage Missed(int number) => new(number, 0);
}
