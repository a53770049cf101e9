package dev.wirewalk.dialect;

import java.util.List;

/**
 * A filter in a tool's own words.
 *
 * @param coverage how all runs together relate to the filter
 * @param runs the invocations, one after the other; empty exactly when unsupported
 * @param gaps why the coverage is not exact; empty exactly when it is
 */
public record Rendering(Coverage coverage, List<Run> runs, List<Gap> gaps) {
    public Rendering {
        runs = List.copyOf(runs);
        gaps = List.copyOf(gaps);
        if (runs.isEmpty() != (coverage == Coverage.UNSUPPORTED)) {
            throw new IllegalArgumentException("a rendering has runs exactly when it is supported");
        }
        if (gaps.isEmpty() != (coverage == Coverage.EXACT)) {
            throw new IllegalArgumentException("a rendering has gaps exactly when it is not exact");
        }
    }

    public static Rendering exact(List<Run> runs) {
        return new Rendering(Coverage.EXACT, runs, List.of());
    }

    /** Exact when there is no gap, else wider. */
    public static Rendering of(List<Run> runs, List<Gap> gaps) {
        return new Rendering(gaps.isEmpty() ? Coverage.EXACT : Coverage.WIDER, runs, gaps);
    }

    public static Rendering unsupported(Gap gap) {
        return new Rendering(Coverage.UNSUPPORTED, List.of(), List.of(gap));
    }
}
