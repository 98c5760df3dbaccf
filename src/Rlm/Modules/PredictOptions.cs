using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Rlm;

/// <summary>The options of modules that ask the language model once. They are copied and checked when the module is made; later changes have no effect on it.</summary>
public sealed class PredictOptions
{
    /// <summary>The default of <see cref="MaxInputLength"/>.</summary>
    public const int DefaultMaxInputLength = 500_000;

    /// <summary>Gets or sets how many characters an input may have: all of them go into the prompt.</summary>
    /// <value>The default is 500,000; at least 1.</value>
    public int MaxInputLength { get; set; } = DefaultMaxInputLength;

    /// <summary>Gets or sets the options of the call.</summary>
    /// <value>The default is null.</value>
    public ChatOptions? ChatOptions { get; set; }

    /// <summary>Gets or sets the JSON options by which inputs and outputs are converted.</summary>
    /// <value>The default is null: as for <see cref="RecursiveModuleOptions.SerializerOptions"/>.</value>
    public JsonSerializerOptions? SerializerOptions { get; set; }

    /// <summary>Gets or sets whether spans hold content: previews of the inputs, outputs, and the texts of errors. Metrics never do.</summary>
    /// <value>The default is false.</value>
    public bool EnableSensitiveData { get; set; }

    /// <summary>Gets or sets the clock by which durations are measured.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
