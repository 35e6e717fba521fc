using IpytestNet.Testing.Platform.Nodes;
using IpytestNet.Testing.Platform.Notebooks;
using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Extensions.OutputDevice;
using Microsoft.Testing.Platform.Extensions.TestFramework;
using Microsoft.Testing.Platform.OutputDevice;
using Microsoft.Testing.Platform.Requests;

namespace IpytestNet.Testing.Platform;

/// <summary>Notebooks as a test framework of the platform: each is run by <c>ipytest run</c> in a process of its own.</summary>
/// <param name="choices">What the command line asks for.</param>
/// <param name="trx">Whether a TRX report is written.</param>
/// <param name="output">Where a person reads what concerns no single test.</param>
internal sealed class NotebookTestFramework(RunChoices choices, TrxSupport trx, IOutputDevice output) : NotebookExtension, ITestFramework, IDataProducer, IOutputDeviceDataProducer
{
    /// <inheritdoc/>
    public Type[] DataTypesProduced => [typeof(TestNodeUpdateMessage)];

    /// <inheritdoc/>
    public Task<CreateTestSessionResult> CreateTestSessionAsync(CreateTestSessionContext context) => Task.FromResult(new CreateTestSessionResult { IsSuccess = true });

    /// <inheritdoc/>
    public async Task ExecuteRequestAsync(ExecuteRequestContext context)
    {
        try
        {
            await RunAsync(context, NotebookList.OfApplication());
        }
        catch (NotebookListException e)
        {
            await ReportAsync(context, e.Message);
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            // The platform says so itself.
        }
        finally
        {
            context.Complete();
        }
    }

    /// <inheritdoc/>
    public Task<CloseTestSessionResult> CloseTestSessionAsync(CloseTestSessionContext context) => Task.FromResult(new CloseTestSessionResult { IsSuccess = true });

    private async Task RunAsync(ExecuteRequestContext context, NotebookList list)
    {
        var request = (TestExecutionRequest)context.Request;
        var filter = new NotebookFilter(request.Filter);
        var runs = new NotebookRuns(new IpytestCommand(list.Command, TimeProvider.System), choices, filter);
        await Parallel.ForEachAsync(
            list.Notebooks.Where(filter.MayMatch),
            new ParallelOptions { MaxDegreeOfParallelism = choices.Workers, CancellationToken = context.CancellationToken },
            async (notebook, cancellation) => await PublishAsync(context, notebook, await runs.RunAsync(notebook, request is DiscoverTestExecutionRequest, cancellation)));
    }

    // The platform would end with an unhandled exception if the session were refused.
    private async Task ReportAsync(ExecuteRequestContext context, string problem)
    {
        await output.DisplayAsync(this, new ErrorMessageOutputDeviceData(problem));
        if (context.Request is RunTestExecutionRequest)
            await PublishAsync(context, new TestNode { Uid = "notebooks", DisplayName = "notebooks", Properties = new PropertyBag(new ErrorTestNodeStateProperty(problem)) });
    }

    private async Task PublishAsync(ExecuteRequestContext context, ListedNotebook notebook, NotebookResult result)
    {
        foreach (var warning in result.Warnings)
            await output.DisplayAsync(this, new WarningMessageOutputDeviceData($"{notebook.Name}: {warning}"));

        var nodes = new TestNodes(notebook, result.Log, trx.IsEnabled);
        foreach (var test in result.Tests)
        {
            var node = context.Request is DiscoverTestExecutionRequest ? nodes.Found(test) : nodes.Ended(test);
            await PublishAsync(context, node);
        }
    }

    private Task PublishAsync(ExecuteRequestContext context, TestNode node) =>
        context.MessageBus.PublishAsync(this, new TestNodeUpdateMessage(context.Request.Session.SessionUid, node));
}
