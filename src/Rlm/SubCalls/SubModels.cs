using Rlm.Budgets;

namespace Rlm.SubCalls;

/// <summary>The models that sub-calls can go to: one by default, others by name.</summary>
internal sealed class SubModels
{
    private readonly Dictionary<string, ModelEndpoint> _byName;

    /// <param name="standard">Answers where the code names none.</param>
    /// <param name="named">Those the code can name.</param>
    public SubModels(ModelEndpoint standard, IEnumerable<SubModel> named)
    {
        Default = standard;
        _byName = named.ToDictionary(model => model.Name, model => new ModelEndpoint(model.ChatClient, (model.ChatOptions ?? standard.Options)?.Clone()), StringComparer.Ordinal);
    }

    public ModelEndpoint Default { get; }

    public ModelEndpoint? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>What to write instead of a name that there is not.</summary>
    public string Advice => _byName.Count == 0
        ? "there are no models to choose from; leave 'model' out"
        : $"the models are: {string.Join(", ", _byName.Keys)}";
}
