package dev.wirewalk.filter;

/** Which end of a packet a term looks at. {@code EITHER} matches when at least one end does. */
public enum Side {
    SOURCE,
    DESTINATION,
    EITHER
}
