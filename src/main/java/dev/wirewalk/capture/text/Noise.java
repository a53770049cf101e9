package dev.wirewalk.capture.text;

/** Lines that belong to no tool's output: prompts with the command typed there, log marks, empty lines. */
final class Noise {
    private Noise() {}

    static boolean is(String line) {
        String text = line.strip();
        return text.isEmpty() || isRule(text) || isPrompt(text) || isSessionMark(text);
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

    /**
     * {@code host#}, {@code host (vdom) #}, {@code host(config)#}, {@code [Expert@gw:0]#}, {@code user@host>}, {@code user@host:~$},
     * {@code C:\>}, {@code PS C:\>}, each with or without a command behind it.
     */
    private static boolean isPrompt(String text) {
        if (text.startsWith("PS ") || (text.length() > 2 && text.charAt(1) == ':' && text.charAt(2) == '\\')) {
            return text.indexOf('>') > 0;
        }
        int at = 0;
        boolean name = false;
        while (at < text.length() && at < 80) {
            char c = text.charAt(at);
            if (c == '#' || c == '$' || c == '>') {
                return at == 0
                        ? text.length() == 1 || text.charAt(1) == ' '
                        : name && (at + 1 == text.length() || text.charAt(at + 1) != '>') && promptMark(text, at);
            }
            boolean partOfName = Character.isLetterOrDigit(c) || "-_.@:/~[](){}\\*".indexOf(c) >= 0;
            // One blank is allowed before a context in parentheses or the mark itself.
            boolean blank = c == ' ' && at + 1 < text.length() && "(#$>[~".indexOf(text.charAt(at + 1)) >= 0;
            if (!partOfName && !blank) {
                return false;
            }
            name |= Character.isLetter(c);
            at++;
        }
        return false;
    }

    /** An arrow between two addresses is no prompt. */
    private static boolean promptMark(String text, int at) {
        return text.charAt(at) != '>' || (at > 0 && text.charAt(at - 1) != '-' && text.charAt(at - 1) != ' ');
    }

    private static boolean isSessionMark(String text) {
        return text.startsWith("Script started on")
                || text.startsWith("Script done on")
                || text.startsWith("The authenticity of host")
                || text.startsWith("Warning: Permanently added")
                || text.startsWith("Are you sure you want to continue connecting")
                || text.startsWith("Last login:")
                || text.startsWith("Connection to ")
                || text.startsWith("{master")
                || text.startsWith("[edit")
                || text.startsWith("```");
    }
}
