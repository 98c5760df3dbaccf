using System.Collections.Concurrent;
using System.Diagnostics;

namespace Rlm.Conformance;

/// <summary>Runs many tests on a few threads. A test that neither ends nor heeds its limits loses its thread, and another takes its place.</summary>
internal sealed class Suite(Settings settings, TestRunner runner)
{
    /// <summary>As small as a host may have them, so that recursion in the engine shows.</summary>
    private const int StackSize = 256 * 1024;

    private readonly Settings _settings = settings;
    private readonly TestRunner _runner = runner;
    private readonly ConcurrentQueue<TestCase> _waiting = new();
    private readonly BlockingCollection<Verdict> _verdicts = [];

    public IEnumerable<Verdict> Run(IReadOnlyCollection<TestCase> tests)
    {
        foreach (TestCase test in tests)
        {
            _waiting.Enqueue(test);
        }

        List<Worker> workers = [.. Enumerable.Range(0, _settings.Workers).Select(_ => new Worker(this))];
        TimeSpan patience = (_settings.Timeout * 3) + TimeSpan.FromSeconds(5);
        for (int count = 0; count < tests.Count;)
        {
            if (_verdicts.TryTake(out Verdict? verdict, TimeSpan.FromSeconds(1)))
            {
                count++;
                yield return verdict;
            }

            for (int i = 0; i < workers.Count; i++)
            {
                if (workers[i].GiveUpAfter(patience) is { } hung)
                {
                    workers[i] = new Worker(this);
                    count++;
                    yield return new Verdict(hung.Path, "HANG: heeds neither its time limit nor its memory limit");
                }
            }
        }
    }

    private sealed class Worker
    {
        private readonly Suite _suite;
        private readonly Lock _lock = new();
        private TestCase? _test;
        private long _started;
        private bool _isGivenUp;

        public Worker(Suite suite)
        {
            _suite = suite;
            new Thread(Work, StackSize) { IsBackground = true }.Start();
        }

        /// <summary>The test that has been running for too long, whose worker is not waited for any more; null where all is well.</summary>
        public TestCase? GiveUpAfter(TimeSpan patience)
        {
            lock (_lock)
            {
                _isGivenUp = _test is not null && Stopwatch.GetElapsedTime(_started) > patience;
                return _isGivenUp ? _test : null;
            }
        }

        private void Work()
        {
            while (!_isGivenUp && _suite._waiting.TryDequeue(out TestCase? test))
            {
                Begin(test);
                Verdict verdict = _suite._runner.Run(test);
                lock (_lock)
                {
                    _test = null;
                    if (!_isGivenUp)
                    {
                        _suite._verdicts.Add(verdict);
                    }
                }
            }
        }

        private void Begin(TestCase test)
        {
            if (_suite._settings.IsVerbose)
            {
                Console.Error.WriteLine(test.Path);
            }

            lock (_lock)
            {
                _test = test;
                _started = Stopwatch.GetTimestamp();
            }
        }
    }
}
