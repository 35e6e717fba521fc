using IpytestNet.Testing.Platform.Nodes;
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
    private NotebookList? _list;

    /// <inheritdoc/>
    public Type[] DataTypesProduced => [typeof(TestNodeUpdateMessage)];

    /// <inheritdoc/>
    public Task<CreateTestSessionResult> CreateTestSessionAsync(CreateTestSessionContext context)
    {
        try
        {
            _list = NotebookList.OfApplication();
            return Task.FromResult(new CreateTestSessionResult { IsSuccess = true });
        }
        catch (NotebookListException e)
        {
            return Task.FromResult(new CreateTestSessionResult { IsSuccess = false, ErrorMessage = e.Message });
        }
    }

    /// <inheritdoc/>
    public async Task ExecuteRequestAsync(ExecuteRequestContext context)
    {
        try
        {
            var request = (TestExecutionRequest)context.Request;
            var filter = new NotebookFilter(request.Filter);
            var runs = new NotebookRuns(new IpytestCommand(_list!.Command, TimeProvider.System), choices, filter);
            await Parallel.ForEachAsync(
                _list.Notebooks.Where(filter.MayMatch),
                new ParallelOptions { MaxDegreeOfParallelism = choices.Workers, CancellationToken = context.CancellationToken },
                async (notebook, cancellation) => await PublishAsync(context, notebook, await runs.RunAsync(notebook, request is DiscoverTestExecutionRequest, cancellation)));
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

    private async Task PublishAsync(ExecuteRequestContext context, ListedNotebook notebook, NotebookResult result)
    {
        foreach (var warning in result.Warnings)
            await output.DisplayAsync(this, new WarningMessageOutputDeviceData($"{notebook.Name}: {warning}"));

        var nodes = new TestNodes(notebook, result.Log, trx.IsEnabled);
        foreach (var test in result.Tests)
        {
            var node = context.Request is DiscoverTestExecutionRequest ? nodes.Found(test) : nodes.Ended(test);
            await context.MessageBus.PublishAsync(this, new TestNodeUpdateMessage(context.Request.Session.SessionUid, node));
        }
    }
}
