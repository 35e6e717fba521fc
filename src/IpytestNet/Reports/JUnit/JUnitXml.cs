using System.Globalization;
using System.Xml.Linq;
using IpytestNet.Execution;
using IpytestNet.Reporting;

namespace IpytestNet.Reports.JUnit;

/// <summary>Runs as JUnit's XML: one suite, with pytest's words.</summary>
internal static class JUnitXml
{
    /// <summary>Makes the document.</summary>
    public static XElement Of(RunRecord record)
    {
        var results = record.Results.ToList();
        var suite = new XElement(
            "testsuite",
            new XAttribute("name", "ipytest"),
            new XAttribute("errors", results.Sum(result => result.Failures.Count(failure => failure.When is not "call"))),
            new XAttribute("failures", results.Count(result => result.Outcome is TestOutcome.Failed)),
            new XAttribute("skipped", results.Count(result => result.Outcome is TestOutcome.Skipped or TestOutcome.XFailed)),
            new XAttribute("tests", results.Count),
            new XAttribute("time", Seconds(record.Duration)),
            new XAttribute("timestamp", record.Start.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture)),
            new XAttribute("hostname", Environment.MachineName),
            Properties([("platform", PlatformLine.Current)]),
            results.SelectMany(Cases));
        return new XElement("testsuites", new XAttribute("name", "ipytest tests"), suite);
    }

    // The schema has room for one failure a case, so an error after a failure is a case of its own, as in pytest.
    private static IEnumerable<XElement> Cases(TestResult result)
    {
        var withOutcome = result.Outcome is not TestOutcome.Passed and not TestOutcome.XPassed;
        var errors = result.TeardownErrors.Select(error => Error(error, "teardown")).ToList();
        var first = withOutcome ? Outcome(result) : errors.FirstOrDefault();
        yield return Case(result, Seconds(result.Duration), first, isFirst: true);
        foreach (var error in errors.Skip(withOutcome ? 0 : 1))
            yield return Case(result, Seconds(TimeSpan.Zero), error, isFirst: false);
    }

    private static XElement Case(TestResult result, string seconds, XElement? outcome, bool isFirst) => new(
        "testcase",
        new XAttribute("classname", XmlCharacters.Escape(ClassName(result.Test))),
        new XAttribute("name", XmlCharacters.Escape(result.Test.DisplayName)),
        new XAttribute("time", seconds),
        isFirst ? Properties(PropertiesOf(result)) : null,
        outcome,
        isFirst ? Output("system-out", result.StandardOutput) : null,
        isFirst ? Output("system-err", result.StandardError) : null);

    private static string ClassName(TestCase test) =>
        string.Join('.', [Path.ChangeExtension(test.Module, null).Replace('\\', '/').Replace('/', '.'), .. test.Classes]);

    private static XElement? Outcome(TestResult result) => (result.Outcome, result.Failure) switch
    {
        (TestOutcome.Failed, { } failure) => Element("failure", failure.Message, failure.Text),
        (TestOutcome.Errored { When: "collection" }, { } failure) => Element("error", "collection failure", failure.Text),
        (TestOutcome.Errored { When: "teardown" }, { } failure) => Error(failure, "teardown"),
        (TestOutcome.Errored, { } failure) => Error(failure, "setup"),
        (TestOutcome.Skipped { Reason: var reason }, _) => Skipped("pytest.skip", reason, $"{result.Definition}: {reason}"),
        (TestOutcome.XFailed { Reason: var reason }, _) => Skipped("pytest.xfail", reason, ""),
        _ => null,
    };

    private static XElement Error(FailureDetail failure, string phase) =>
        Element("error", $"failed on {phase} with \"{failure.Message}\"", failure.Text);

    private static XElement Skipped(string type, string reason, string text)
    {
        var element = Element("skipped", reason, text);
        element.AddFirst(new XAttribute("type", type));
        return element;
    }

    private static XElement Element(string name, string message, string text) =>
        new(name, new XAttribute("message", XmlCharacters.Escape(message)), XmlCharacters.Escape(text));

    private static XElement? Output(string name, string text) => text.Length > 0 ? new XElement(name, XmlCharacters.Escape(text)) : null;

    private static IEnumerable<(string Name, string Value)> PropertiesOf(TestResult result)
    {
        if (result.Definition.Length > 0)
            yield return ("definition", result.Definition);
        foreach (var marker in result.Test.Markers)
            yield return ("marker", marker);
    }

    private static XElement? Properties(IEnumerable<(string Name, string Value)> properties)
    {
        var elements = properties
            .Select(property => new XElement("property", new XAttribute("name", property.Name), new XAttribute("value", XmlCharacters.Escape(property.Value))))
            .ToList();
        return elements is [] ? null : new XElement("properties", elements);
    }

    private static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture);
}
