package dev.wirewalk.capture.text;

/** Lines that belong to no tool's output: prompts with the command typed there, log marks, empty lines. */
final class Noise {
    private Noise() {}

    static boolean is(String line) {
        String text = line.strip();
        return text.isEmpty()
                || isRule(text)
                || Prompt.command(text).isPresent()
                || isSessionMark(text)
                || LoginText.is(text);
    }

    /** A line of the same one or two characters: {@code ----}, {@code =====}, {@code ++snipped++} comes near enough. */
    private static boolean isRule(String text) {
        char first = text.charAt(0);
        if ("-=_*+.~#^".indexOf(first) < 0) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) != first && text.charAt(i) != ' ') {
                return text.startsWith("++") && text.endsWith("++");
            }
        }
        return true;
    }

    private static boolean isSessionMark(String text) {
        return text.equals("^C")
                || text.startsWith("Script started on")
                || text.startsWith("Script done on")
                || text.startsWith("The authenticity of host")
                || text.startsWith("Warning: Permanently added")
                || text.startsWith("Are you sure you want to continue connecting")
                || text.startsWith("Last login:")
                || text.startsWith("Connection to ")
                || (text.startsWith("ssh ") && text.indexOf('@') > 0)
                || text.startsWith("Trying ")
                || text.startsWith("telnet: ")
                || text.startsWith("{master")
                || text.startsWith("[edit")
                || text.startsWith("```");
    }
}
