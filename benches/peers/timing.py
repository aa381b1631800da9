"""How is a call timed, and how is it said? In the words that `cargo xtask bench` reads."""

import statistics
import time


def median_ms(call, samples=5, warm=1):
    """Median milliseconds of a call, after `warm` calls that do not count."""
    for _ in range(warm):
        call()
    lengths = []
    for _ in range(samples):
        begun = time.perf_counter()
        call()
        lengths.append((time.perf_counter() - begun) * 1e3)
    return statistics.median(lengths)


def report(case, by, people, posts, updated, ms):
    """`updated`: agents that one call moves. Opinions are one number each."""
    print(f"measured {case} by={by} n={people} d=1 k={posts} updated={updated} ms={ms:.5f}", flush=True)
