package dev.wirewalk.capture;

import java.util.HashMap;
import java.util.Map;

/** The fields of one frame as text; an absent field is empty. */
public final class FieldRow {
    private final Map<String, String> values = new HashMap<>();

    public void put(String name, String value) {
        values.put(name, value);
    }

    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean knows(String name) {
        return values.containsKey(name);
    }

    /** The first of several values of a field. */
    public String first(String name) {
        return get(name).replaceAll(",.*", "");
    }
}
