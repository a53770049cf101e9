package dev.wirewalk.reading;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.wirewalk.command.CapturePlan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Commands of one tool as those of others. The components are the JSON of {@code translate}, in that order.
 *
 * @param from the identifier of the tool whose commands were read
 * @param filter what they select together, in the pcap-filter language
 * @param options the values of that tool's options that were recognised
 * @param ignored what carries no filter, as it was typed
 * @param results one plan for each tool that was asked for
 */
@JsonPropertyOrder({"from", "filter", "options", "ignored", "results"})
public record TranslatedCommands(
        String from, String filter, Map<String, String> options, List<String> ignored, List<CapturePlan> results) {
    public TranslatedCommands {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        ignored = List.copyOf(ignored);
        results = List.copyOf(results);
    }
}
