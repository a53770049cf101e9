package dev.wirewalk.profile;

/** Which addresses a tool shows on a device that translates them. */
public enum Sight {
    /** Those on the wire of the interface that it captures on. */
    INTERFACE,
    /** Those before the translation and those after it. */
    BOTH
}
