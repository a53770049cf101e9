package dev.wirewalk.reading;

import dev.wirewalk.filter.Filter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a pasted text says.
 *
 * @param tool the profile's identifier
 * @param filter what its captures select together
 * @param options the values of the tool's options that were recognised, each one that the option takes
 * @param ignored what carries no filter, as it was typed and in that order
 */
public record ReadBack(String tool, Filter filter, Map<String, String> options, List<String> ignored) {
    public ReadBack {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        ignored = List.copyOf(ignored);
    }
}
