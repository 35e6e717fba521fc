namespace IpytestNet.Configuration;

/// <summary>The settings that a call gives, and what they make of a configuration.</summary>
internal sealed record ConfigChange
{
    public Setting<bool> RewriteAsserts { get; init; }

    public Setting<bool> Magics { get; init; }

    public CleanSetting Clean { get; init; }

    public AddoptsSetting Addopts { get; init; }

    public Setting<bool> RunInThread { get; init; }

    public DefoptsSetting Defopts { get; init; }

    public DisplayColumnsSetting DisplayColumns { get; init; }

    public Setting<bool> RaiseOnError { get; init; }

    public Setting<bool> Coverage { get; init; }

    /// <summary>Applies the settings as <c>Config</c> does: what is left out stays as it is.</summary>
    /// <inheritdoc cref="Apply" path="/exception"/>
    public IpytestConfig ApplyToConfig(IpytestConfig current) =>
        Apply(unset: current, kept: current, @default: IpytestConfig.AutoConfigDefaults);

    /// <summary>Applies the settings as <c>AutoConfig</c> does: what is left out becomes its default.</summary>
    /// <inheritdoc cref="Apply" path="/exception"/>
    public IpytestConfig ApplyToAutoConfig(IpytestConfig current) =>
        Apply(unset: IpytestConfig.AutoConfigDefaults, kept: current, @default: IpytestConfig.AutoConfigDefaults);

    /// <summary>Applies the settings as <c>Run</c> does, for that run only: the words mean the configured value too.</summary>
    /// <inheritdoc cref="Apply" path="/exception"/>
    public IpytestConfig ApplyToRun(IpytestConfig configured) =>
        Apply(unset: configured, kept: configured, @default: configured);

    /// <exception cref="ArgumentException">A value is not allowed; the message lists what is.</exception>
    private IpytestConfig Apply(IpytestConfig unset, IpytestConfig kept, IpytestConfig @default)
    {
        return new IpytestConfig
        {
            RewriteAsserts = Pick(RewriteAsserts, config => config.RewriteAsserts, value => value),
            Magics = Pick(Magics, config => config.Magics, value => value),
            Clean = Pick(Clean.Given, config => config.Clean, CleanSetting.Read),
            Addopts = Pick(Addopts.Given, config => config.Addopts, AddoptsSetting.Read),
            RunInThread = Pick(RunInThread, config => config.RunInThread, value => value),
            Defopts = Pick(Defopts.Given, config => config.Defopts, DefoptsSetting.Read),
            DisplayColumns = Pick(DisplayColumns.Given, config => config.DisplayColumns, DisplayColumnsSetting.Read),
            RaiseOnError = Pick(RaiseOnError, config => config.RaiseOnError, value => value),
            Coverage = Pick(Coverage, config => config.Coverage, value => value),
        };

        TResult Pick<T, TResult>(Setting<T> setting, Func<IpytestConfig, TResult> of, Func<T, TResult> read) =>
            setting.Resolve(of(unset), of(kept), of(@default), read);
    }
}
