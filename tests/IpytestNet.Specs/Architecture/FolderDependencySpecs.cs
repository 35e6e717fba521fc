using Xunit;

namespace IpytestNet.Specs.Architecture;

public sealed class FolderDependencySpecs
{
    /// <summary>
    /// A folder may use those named behind the bar, which all stand above it. Folders of the library are called by their
    /// path; <c>(data)</c> are the types in its root that every folder may use, <c>(front-door)</c> those that use every folder,
    /// as <c>Tool/(front-door)</c> are in the command.
    /// </summary>
    private static readonly FolderTable Table = FolderTable.Parse(
        """
        (data)                       |
        Stopping                     |
        Values                       | (data) Stopping
        Assertions/Conditions        | Values
        Assertions/Differences       | Assertions/Conditions Values
        Assertions                   | (data) Assertions/Conditions Assertions/Differences Values
        Files                        |
        Configuration                | (data)
        CommandLine                  |
        Ini                          | CommandLine
        Execution                    | (data) Assertions CommandLine Stopping
        Fixtures                     | (data) Execution Stopping Values
        Plugins                      | CommandLine Execution
        Cache                        | CommandLine Execution Plugins
        Reporting                    | (data) CommandLine Execution Fixtures Plugins
        Reports                      | (data) CommandLine Execution Files Plugins Reporting
        Reports/JUnit                | Execution Plugins Reporting Reports
        Reports/Trx                  | Execution Plugins Reports
        Reports/ReportLog            | Execution Plugins Reporting Reports
        Reports/Html                 | (data) Execution Plugins Reporting Reports
        Reports/GitHub               | Execution Plugins Reports
        Coverage/Results             |
        Coverage/Storage             | Coverage/Results Files
        Selection                    | CommandLine Execution Ini Plugins
        Cells                        | CommandLine
        Rewriting                    |
        Rewriting/Conditions         | Assertions/Conditions Rewriting
        Hosting                      | Rewriting
        Frameworks/Doctest           | Assertions/Conditions Assertions/Differences CommandLine Execution Hosting Values
        Frameworks/Functions         | Execution Fixtures
        Frameworks/Xunit             | Execution
        Frameworks/Xunit/Forwarding  | Fixtures Frameworks/Xunit Stopping
        Modules                      | Hosting
        Kernel/Display               | Values
        Kernel/Assemblies            |
        Kernel/Sdk                   | Stopping
        Kernel/Documentation         | Kernel/Sdk Rewriting
        Kernel/Execution             | (data) Execution Hosting Kernel/Assemblies Kernel/Display Reporting Stopping
        Kernel/Guards                | (data) Kernel/Execution Rewriting Stopping Values
        Kernel/Magics                | CommandLine Hosting
        Kernel/Transport             |
        Kernel/Documents             | Files Kernel/Display Kernel/Execution
        Kernel/Messaging             | Kernel/Transport
        Kernel/Jupyter/History       | Files
        Kernel/Jupyter/Conversation  | Kernel/Documents Kernel/Execution Kernel/Messaging Kernel/Transport
        Kernel/Jupyter/Output        | Kernel/Display Kernel/Documents Kernel/Execution Kernel/Jupyter/Conversation Kernel/Messaging
        Tool/Terminal                |
        Coverage/Instrumentation     | Coverage/Results Rewriting Rewriting/Conditions
        Toml                         | CommandLine
        Coverage/Settings            | CommandLine Files Ini Toml
        Coverage/Reports             | CommandLine Coverage/Results Coverage/Settings Files Reports
        Coverage/Measuring           | CommandLine Coverage/Instrumentation Coverage/Results Coverage/Settings Rewriting
        Sessions                     | (data) Coverage/Measuring Execution Hosting Plugins Reporting Rewriting
        Discovery                    | (data) CommandLine Execution Fixtures Frameworks/Doctest Frameworks/Functions Frameworks/Xunit Frameworks/Xunit/Forwarding Hosting Plugins Sessions Values
        LateBinding                  | Discovery Execution Hosting Rewriting Sessions
        Kernel/Compilation           | Execution Hosting Kernel/Assemblies Rewriting Sessions
        Kernel/Semantics             | Kernel/Assemblies Kernel/Compilation Rewriting
        Kernel/Packages              | Files Hosting Kernel/Assemblies Kernel/Compilation Kernel/Execution Kernel/Sdk
        Kernel/Projects              | Coverage/Measuring Hosting Kernel/Assemblies Kernel/Compilation Kernel/Execution Kernel/Sdk Rewriting
        Kernel/Libraries             | Hosting Kernel/Assemblies Kernel/Compilation
        Kernel/Modules               | Hosting Kernel/Assemblies Kernel/Compilation
        Coverage/Reports/Html        | Coverage/Reports Coverage/Results Files Reporting Reports/Html
        Coverage                     | (data) CommandLine Coverage/Instrumentation Coverage/Measuring Coverage/Reports Coverage/Reports/Html Coverage/Results Coverage/Settings Coverage/Storage Discovery Execution Files Plugins Reporting Sessions
        Tool/Starter                 | (data) Files Kernel/Documents Tool/Terminal
        Tool/Coverage                | (data) CommandLine Coverage Coverage/Reports Coverage/Results Coverage/Settings Coverage/Storage Tool/Terminal
        (front-door)                 | (data) Assertions/Conditions Cache Cells CommandLine Configuration Coverage Coverage/Measuring Coverage/Reports/Html Coverage/Results Coverage/Settings Discovery Execution Fixtures Hosting Ini LateBinding Modules Plugins Reporting Reports Reports/GitHub Reports/Html Reports/JUnit Reports/ReportLog Reports/Trx Rewriting Rewriting/Conditions Selection Sessions Stopping Values
        Kernel/Completion            | (front-door) Cells CommandLine Configuration Kernel/Semantics Plugins Rewriting
        Kernel/Inspections           | (front-door) Cells CommandLine Kernel/Documentation Kernel/Semantics
        Kernel                       | (data) (front-door) Cells CommandLine Coverage Coverage/Measuring Discovery Hosting Ini Kernel/Assemblies Kernel/Compilation Kernel/Completion Kernel/Display Kernel/Execution Kernel/Guards Kernel/Inspections Kernel/Libraries Kernel/Magics Kernel/Modules Kernel/Packages Kernel/Projects Kernel/Semantics Plugins Reporting Rewriting Rewriting/Conditions Sessions Values
        Kernel/Jupyter/Requests      | Kernel Kernel/Completion Kernel/Display Kernel/Documents Kernel/Execution Kernel/Inspections Kernel/Jupyter/Conversation Kernel/Jupyter/History Kernel/Jupyter/Output Kernel/Messaging
        Kernel/Jupyter               | Kernel Kernel/Jupyter/Conversation Kernel/Jupyter/History Kernel/Jupyter/Output Kernel/Jupyter/Requests Kernel/Messaging Kernel/Transport
        Tool/Jupyter                 | (data) Kernel Kernel/Jupyter Kernel/Messaging Kernel/Sdk Kernel/Transport Tool/Terminal
        Tool/Nbval                   | (data) Assertions/Differences Cache CommandLine Execution Kernel Kernel/Documents Kernel/Execution Plugins Reporting Selection
        Tool/Runners                 | (data) Kernel Kernel/Jupyter Tool/Jupyter
        Tool                         | (data) (front-door) Cache CommandLine Coverage Coverage/Measuring Coverage/Results Coverage/Settings Coverage/Storage Execution Kernel Kernel/Display Kernel/Documents Kernel/Execution Plugins Reports Reports/GitHub Tool/Nbval Tool/Runners Tool/Terminal
        Tool/Export                  | (data) (front-door) Cells CommandLine Files Hosting Kernel Kernel/Assemblies Kernel/Compilation Kernel/Documents Kernel/Execution Kernel/Packages Rewriting Tool/Terminal
        Tool/Strip                   | (data) Files Kernel/Documents Tool Tool/Terminal
        Tool/Doctor                  | (data) (front-door) Kernel/Sdk Tool Tool/Jupyter Tool/Nbval Tool/Terminal
        Tool/Watch                   | (data) (front-door) CommandLine Execution Kernel Kernel/Assemblies Kernel/Documents Plugins Tool Tool/Runners Tool/Terminal
        Testing.Platform/Notebooks   |
        Testing.Platform/Log         |
        Testing.Platform/Nodes       | Testing.Platform/Log Testing.Platform/Notebooks
        Testing.Platform             | Testing.Platform/Log Testing.Platform/Nodes Testing.Platform/Notebooks
        Tool/(front-door)            | (data) (front-door) Tool Tool/Coverage Tool/Doctor Tool/Export Tool/Jupyter Tool/Starter Tool/Strip Tool/Terminal Tool/Watch
        """);

    [Fact]
    public void A_folder_uses_only_what_the_table_allows()
    {
        var forbidden = SourceTree.Product.Uses.Where(use => !Table.Allows(use.From, use.To)).ToList();

        Assert.True(forbidden.Count == 0, $"The table does not allow:\n{Describe(forbidden)}\nThe sources need these rows:\n{NeededRows()}");
    }

    [Fact]
    public void Every_folder_has_a_row()
    {
        var folders = SourceTree.Product.Paths.Select(SourceFolder.Of).Distinct(StringComparer.Ordinal);

        var strangers = folders.Where(folder => !Table.Has(folder));

        Assert.Empty(strangers);
    }

    [Fact]
    public void Every_row_and_every_permission_is_still_needed()
    {
        var folders = SourceTree.Product.Paths.Select(SourceFolder.Of).ToHashSet(StringComparer.Ordinal);
        var uses = SourceTree.Product.Uses.Select(use => (use.From, use.To)).ToHashSet();

        var emptyRows = Table.Rows.Select(row => row.Folder).Where(folder => !folders.Contains(folder));
        var unused = Table.Rows.SelectMany(row => row.Uses.Where(to => !uses.Contains((row.Folder, to))).Select(to => $"{row.Folder} -> {to}"));

        Assert.Empty(emptyRows);
        Assert.Empty(unused);
    }

    [Fact]
    public void A_folder_uses_only_folders_that_stand_above_it_so_that_there_is_no_cycle()
    {
        var above = new HashSet<string>(StringComparer.Ordinal);
        var upwards = new List<string>();
        foreach (var (folder, uses) in Table.Rows)
        {
            upwards.AddRange(uses.Where(to => !above.Contains(to)).Select(to => $"{folder} -> {to}"));
            Assert.True(above.Add(folder), $"{folder} has two rows.");
        }

        Assert.Empty(upwards);
    }

    [Fact]
    public void The_sources_are_understood_so_that_no_use_is_missed() => Assert.Empty(SourceTree.Product.Errors);

    [Fact]
    public void Namespaces_are_folders()
    {
        // What belongs to the runtime (an attribute that it knows by name) has the runtime's namespace.
        var strangers = SourceTree.Product.Types
            .Where(type => type.Namespace != SourceFolder.Namespace(type.Path) && !type.Namespace.StartsWith("System.", StringComparison.Ordinal))
            .Where(type => type.Namespace is not "<global namespace>" || !type.Path.EndsWith("/Program.cs", StringComparison.Ordinal));

        Assert.Empty(strangers);
    }

    [Theory]
    [InlineData("using IpytestNet.Low; namespace IpytestNet.High; class B : A;")]
    [InlineData("namespace IpytestNet.High; class B { Low.A? _a; }")]
    [InlineData("namespace IpytestNet.High; class B { IpytestNet.Low.A? _a; }")]
    [InlineData("namespace IpytestNet.High; class B { global::IpytestNet.Low.A[]? _a; }")]
    [InlineData("using Alias = IpytestNet.Low.A; namespace IpytestNet.High; class B { List<Alias>? _a; }")]
    [InlineData("using static IpytestNet.Low.A; namespace IpytestNet.High; class B { int _b = Number; }")]
    [InlineData("namespace IpytestNet.High; class B { string _b = nameof(Low.A.Number); }")]
    [InlineData("namespace IpytestNet.High; class B { static void Take(Func<object> make) => make(); void M() => Take(() => Low.A.Make()); }")]
    [InlineData("using IpytestNet.Low; namespace IpytestNet.High; class B { string M() => 1.Extend(); }")]
    [InlineData("namespace IpytestNet.High; class B { [Low.A.Mark] void M() { } }")]
    public void A_use_is_found_however_it_is_written(string high)
    {
        const string low =
            """
            namespace IpytestNet.Low;
            class A { public const int Number = 1; public static A Make() => new(); public class MarkAttribute : Attribute; }
            static class Extensions { public static string Extend(this int number) => ""; }
            """;
        var tree = new SourceTree([("src/IpytestNet/Low/A.cs", low), ("src/IpytestNet/High/B.cs", high)]);

        var use = Assert.Single(tree.Uses.Select(use => (use.From, use.To)).Distinct());

        Assert.Equal(("High", "Low"), use);
    }

    private static string Describe(List<FolderUse> uses) =>
        string.Join('\n', uses.GroupBy(use => (use.From, use.To)).Select(group => $"{group.Key.From} -> {group.Key.To}: {group.First().Place}"));

    private static string NeededRows() =>
        string.Join('\n', FolderTable.Of(SourceTree.Product.Paths.Select(SourceFolder.Of), SourceTree.Product.Uses).Rows
            .Select(row => FolderTable.Row(row.Folder, row.Uses)));
}
