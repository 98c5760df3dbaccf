using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Rlm.Tests.Diagnostics;

/// <summary>Keeps the spans below a span of its own, and the measurements, in memory. Other tests that run at the same time are in other traces.</summary>
internal sealed class TelemetryRecorder : IDisposable
{
    private const string Name = "Experimental.Rlm";

    private readonly Lock _lock = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly Activity _root;
    private readonly List<Activity> _stopped = [];
    private readonly List<Activity> _started = [];
    private readonly List<Measurement> _measurements = [];

    public TelemetryRecorder()
    {
        _root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        var trace = _root.TraceId;
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) => options.TraceId == trace ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStarted = activity => Add(_started, activity),
            ActivityStopped = activity => Add(_stopped, activity),
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _meters.Start();
    }

    public Activity Root => _root;

    /// <summary>The spans in the order in which they ended.</summary>
    public IReadOnlyList<Activity> Spans
    {
        get
        {
            lock (_lock)
            {
                return [.. _stopped];
            }
        }
    }

    public int StartedCount
    {
        get
        {
            lock (_lock)
            {
                return _started.Count;
            }
        }
    }

    public Activity Span(string name) => Spans.Single(span => span.DisplayName == name);

    /// <summary>The measurements of an instrument that have a tag.</summary>
    public IReadOnlyList<Measurement> Measurements(string instrument, string tag, object value)
    {
        lock (_lock)
        {
            return [.. _measurements.Where(measurement => measurement.Instrument == instrument && Equals(measurement.Tags.GetValueOrDefault(tag), value))];
        }
    }

    /// <summary>Everything that the spans say, as text.</summary>
    public string Text() => string.Join('\n', Spans.Select(span =>
        $"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Baggage)} {string.Join(' ', span.Events.SelectMany(happened => happened.Tags))}"));

    public void Dispose()
    {
        _meters.Dispose();
        _activities.Dispose();
        _root.Dispose();
    }

    private void Add(List<Activity> list, Activity activity)
    {
        lock (_lock)
        {
            list.Add(activity);
        }
    }

    private void Measured<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var copy = new Dictionary<string, object?>(tags.ToArray(), StringComparer.Ordinal);
        lock (_lock)
        {
            _measurements.Add(new Measurement(instrument.Name, instrument.Unit, Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture), copy));
        }
    }

    internal sealed record Measurement(string Instrument, string? Unit, double Value, IReadOnlyDictionary<string, object?> Tags);
}
