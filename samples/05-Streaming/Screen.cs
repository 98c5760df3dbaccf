using System.Text;
using Rlm;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Samples;

/// <summary>What the terminal shows of a run that is going on.</summary>
internal sealed class Screen
{
    private const int LongestOutput = 400;

    private readonly List<IRenderable> _done = [];
    private readonly StringBuilder _reply = new();
    private string _state = "Starting";
    private int _waiting;
    private int _answered;

    public void Show(RunUpdate update)
    {
        switch (update)
        {
            case TurnStartedUpdate turn:
                _reply.Clear();
                _state = $"Turn {turn.Turn} of {turn.MaxIterations}: the model is thinking";
                break;
            case ModelTextUpdate text:
                _reply.Append(text.Text);
                break;
            case CodeStartedUpdate:
                _state = "The code is running";
                (_waiting, _answered) = (0, 0);
                break;
            case SubCallStartedUpdate:
                _waiting++;
                break;
            case SubCallFinishedUpdate:
                _waiting--;
                _answered++;
                break;
            case TurnFinishedUpdate { Step: var step }:
                _done.Add(new Panel(Markup.Escape($"{step.Reasoning}\n\n{step.Code}").Trim()).Header($" Turn {step.Turn} ").Expand());
                _done.Add(new Panel(Markup.Escape(step.Output.Length <= LongestOutput ? step.Output : step.Output[..LongestOutput] + "…").Trim()).Header(step.Error is null ? " Output " : " Error ").Expand());
                _reply.Clear();
                break;
            case RunFinishedUpdate finished:
                _state = $"Done after {finished.Prediction.Duration.TotalSeconds:0.0} s";
                break;
            default:
                break;
        }
    }

    public IRenderable Render()
    {
        var rows = new List<IRenderable>(_done);
        if (_reply.Length > 0)
        {
            rows.Add(new Panel(Markup.Escape(_reply.ToString())).Header(" The model writes ").Expand());
        }

        rows.Add(new Markup($"[grey]{Markup.Escape(_state)}{(_waiting + _answered > 0 ? $" ({_answered} sub-calls answered, {_waiting} under way)" : "")}[/]"));
        return new Rows(rows);
    }
}
