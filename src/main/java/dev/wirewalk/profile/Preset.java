package dev.wirewalk.profile;

/**
 * A value of an option that is worth offering under a name.
 *
 * @param name what it is for, in a few words
 */
public record Preset(String name, String value) {}
