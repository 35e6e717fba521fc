// Notebooks share the console and the current directory of the process, so one spec runs after the other.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]
