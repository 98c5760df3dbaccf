using System.Text.Json;

namespace Rlm.Tools;

/// <summary>One parameter of a tool, as its JSON schema declares it.</summary>
internal sealed record ToolParameter(string Name, JsonElement Schema, bool IsRequired);
