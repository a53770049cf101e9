package dev.wirewalk.profile;

/** How a value enters a command line of the tool. Only the filter needs quotes; options hold no sign that would. */
public enum Quoting {
    /** A POSIX shell: values are single-quoted when they need it. */
    SHELL,
    /** A POSIX shell, where the words of a filter's piece are words of the command; each is quoted when it needs it. */
    SHELL_WORDS,
    /** A device's own command line without quoting: only characters without meaning there are let in. */
    DEVICE,
    /** A device that takes the filter in single quotes; in it the signs of filters, and none that ends a quote. */
    SINGLE_QUOTES,
    /** The same with double quotes. */
    DOUBLE_QUOTES,
    /** A device's prompt that takes the filter as it is: brackets and {@code =}, but no sign of a pipe or a redirection. */
    UNQUOTED
}
