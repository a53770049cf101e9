package dev.wirewalk.command;

import java.util.Map;

/** What the words of a POSIX shell and its everyday commands mean; they are the same on every host. */
final class ShellWords {
    static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("|", "Gives what the command before it prints to the command after it."),
            Map.entry(">", "Writes what the command prints to a file, in place of what the file held."),
            Map.entry(">>", "Adds what the command prints to the end of a file."),
            Map.entry("&&", "Goes on only when the command before it succeeded."),
            Map.entry("sudo", "Runs the command as root."),
            Map.entry("ls -l", "Shows the file with its size and time."),
            Map.entry("rm", "Removes the file."),
            Map.entry("rm -f", "Removes the file, without a word when there is none."),
            Map.entry("tail -f", "Shows the end of the file, and what is added to it."),
            Map.entry("ps aux", "Lists all processes."),
            Map.entry("grep", "Shows only the lines that hold the text."));

    private ShellWords() {}
}
