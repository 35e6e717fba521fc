using System.CommandLine;

namespace IpytestNet.Tool.Jupyter;

/// <summary>The options that say where a kernel is installed.</summary>
internal sealed class PlaceOptions
{
    private readonly Option<bool> _user = new("--user") { Description = "For you alone, which is the default" };
    private readonly Option<bool> _sysPrefix = new("--sys-prefix") { Description = "In the active Python environment" };
    private readonly Option<string> _prefix = new("--prefix") { Description = "Below this folder, such as /usr/local", HelpName = "FOLDER" };
    private readonly Option<string> _name = new("--name") { Description = "The name that Jupyter knows it by", HelpName = "NAME", DefaultValueFactory = _ => KernelSpec.DefaultName };

    /// <summary>Adds the options to a command, of which only one may be given.</summary>
    public Command AddTo(Command command)
    {
        command.Add(_user);
        command.Add(_sysPrefix);
        command.Add(_prefix);
        command.Add(_name);
        command.Validators.Add(result =>
        {
            if (((Option[])[_user, _sysPrefix, _prefix]).Count(option => result.GetResult(option) is { Implicit: false }) > 1)
                result.AddError("expected one of --user, --sys-prefix and --prefix, but got several");
        });
        return command;
    }

    /// <summary>The place that was chosen.</summary>
    public KernelPlace Of(ParseResult parsed) =>
        parsed.GetValue(_prefix) is { } prefix ? new KernelPlace.Prefix(prefix)
        : parsed.GetValue(_sysPrefix) ? new KernelPlace.PythonEnvironment()
        : new KernelPlace.User();

    /// <summary>The name that was given.</summary>
    public string NameIn(ParseResult parsed) => parsed.GetValue(_name)!;
}
