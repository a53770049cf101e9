package dev.wirewalk.shell.ui;

import java.util.Map;

/** A page that has keys of its own besides those that every page has. */
public interface HasKeys {
    /** Key caps and what they do, in the order to list them. The keys themselves are bound in {@code keys.js}. */
    Map<String, String> keys();
}
