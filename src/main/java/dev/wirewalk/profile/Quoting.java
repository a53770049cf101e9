package dev.wirewalk.profile;

/** How a value enters a command line of the tool. */
public enum Quoting {
    /** A POSIX shell: values are single-quoted when they need it. */
    SHELL,
    /** A device's own command line without quoting: only characters without meaning there are let in. */
    DEVICE
}
