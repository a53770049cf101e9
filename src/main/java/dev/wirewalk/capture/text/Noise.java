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
                || isCount(text)
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

    /** {@code 0 packets received by filter}, the end of a capture in which nothing came by; not that packets were dropped. */
    private static boolean isCount(String text) {
        LineScanner line = new LineScanner(text);
        long count = line.number();
        return count >= 0
                && (line.accept(" packets ") || line.accept(" packet "))
                && (line.startsWith("received by filter")
                        || line.startsWith("captured")
                        || (count == 0 && line.startsWith("dropped by ")));
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
