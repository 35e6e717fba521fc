using IpytestNet.Kernel;
using IpytestNet.Kernel.Display;
using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Display;

public sealed class NotebookFunctionsSpecs
{
    [Fact]
    public void A_displayed_value_goes_to_the_session_that_runs()
    {
        var shown = Displayed(() => NotebookFunctions.Display(Enumerable.Range(1, 2).ToList()));

        Assert.Equal("[1, 2]", Assert.Single(shown).PlainText);
    }

    [Fact]
    public void A_displayed_string_is_shown_without_quotes()
    {
        var shown = Displayed(() => NotebookFunctions.Display("two\nlines"));

        Assert.Equal("two\nlines", Assert.Single(shown).PlainText);
    }

    [Fact]
    public void Displayed_markup_is_shown_as_HTML()
    {
        var shown = Assert.Single(Displayed(() => NotebookFunctions.DisplayHtml("<b>bold</b>")));

        Assert.Equal("<b>bold</b>", shown.Formats["text/html"]);
        Assert.Equal("bold", shown.PlainText);
    }

    [Fact]
    public void What_a_task_of_the_cell_displays_goes_to_the_session_too()
    {
        var shown = Displayed(() => Task.Run(() => NotebookFunctions.Display(1), TestContext.Current.CancellationToken).GetAwaiter().GetResult());

        Assert.Equal("1", Assert.Single(shown).PlainText);
    }

    private static List<MimeBundle> Displayed(Action cell)
    {
        var shown = new List<MimeBundle>();
        CellDisplay.Current = output => shown.Add(((CellOutput.Displayed)output).Data);
        try
        {
            cell();
        }
        finally
        {
            CellDisplay.Current = null;
        }

        return shown;
    }
}
