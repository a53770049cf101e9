package dev.wirewalk.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.dialect.Gap;
import java.util.List;
import java.util.Optional;

/**
 * A tool's commands for one filter. The components are the JSON of {@code command --json}, in that order.
 *
 * @param tool the profile's identifier
 * @param version the release that the commands are for
 * @param coverage how all runs together relate to the filter
 * @param runs how many times the tool is run, one after the other; 0 when it cannot say the filter
 * @param filters the filter in the tool's own words, one text for each run, its lines separated by newlines
 * @param gaps what the tool cannot say; empty exactly when the coverage is exact
 * @param narrowing how the output comes down to what was asked; absent unless the coverage is wider
 * @param steps what is typed, in order, run by run
 */
@JsonPropertyOrder({"tool", "version", "coverage", "runs", "filters", "gaps", "narrowing", "warnings", "steps"})
public record CapturePlan(
        String tool,
        String version,
        Coverage coverage,
        int runs,
        List<String> filters,
        List<Gap> gaps,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Narrowing> narrowing,
        List<PlanWarning> warnings,
        List<Step> steps) {
    public CapturePlan {
        filters = List.copyOf(filters);
        gaps = List.copyOf(gaps);
        warnings = List.copyOf(warnings);
        steps = List.copyOf(steps);
    }
}
