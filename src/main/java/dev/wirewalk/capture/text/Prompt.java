package dev.wirewalk.capture.text;

import java.util.Optional;

/** The prompt of a shell or a device, and the command that was typed behind it. */
public final class Prompt {
    private static final int LONGEST = 80;

    private Prompt() {}

    /**
     * What was typed behind {@code host#}, {@code host (vdom) #}, {@code host(config)#}, {@code [Expert@gw:0]#}, {@code [user@host:In Sync] ~ #},
     * {@code user@host>}, {@code user@host:~$}, {@code C:\>}, {@code PS C:\>}, {@code >} or {@code #}.
     *
     * @return the command, which is empty when nothing was typed; absent when the line does not begin with a prompt
     */
    public static Optional<String> command(String line) {
        String text = line.strip();
        if (text.startsWith("PS ") || (text.length() > 2 && text.charAt(1) == ':' && text.charAt(2) == '\\')) {
            return behind(text, text.indexOf('>'));
        }
        // "[user@host:Active:In Sync] ~ #": anything may stand in brackets.
        int bracket = text.startsWith("[") ? Math.max(0, text.indexOf(']')) : 0;
        boolean name = bracket > 0;
        for (int at = bracket; at < text.length() && at < LONGEST; at++) {
            char c = text.charAt(at);
            if (c == '#' || c == '$' || c == '>') {
                return at == 0
                        ? text.length() == 1 || text.charAt(1) == ' ' ? behind(text, 0) : Optional.empty()
                        : name && isMark(text, at) ? behind(text, at) : Optional.empty();
            }
            boolean partOfName = Character.isLetterOrDigit(c) || "-_.@:/~[](){}\\*".indexOf(c) >= 0;
            // One blank is allowed before a context in parentheses or the mark itself.
            boolean blank = c == ' ' && at + 1 < text.length() && "(#$>[~".indexOf(text.charAt(at + 1)) >= 0;
            if (!partOfName && !blank) {
                return Optional.empty();
            }
            name |= Character.isLetter(c);
        }
        return Optional.empty();
    }

    /** The device that a prompt names, such as {@code fw1} of {@code fw1/pri/act#} and {@code [Expert@fw1:0]#}; a shell's name is none. */
    public static Optional<String> host(String line) {
        Optional<String> typed = command(line);
        String text = line.strip();
        if (typed.isEmpty() || text.startsWith("PS ") || text.startsWith("\\", 2)) {
            return Optional.empty();
        }
        int mark = text.length() - typed.get().length();
        int user = text.lastIndexOf('@', mark - 1);
        int from = user >= 0 ? user + 1 : text.startsWith("[") ? 1 : 0;
        int to = from;
        while (to < mark && (Character.isLetterOrDigit(text.charAt(to)) || "-_.".indexOf(text.charAt(to)) >= 0)) {
            to++;
        }
        String name = text.substring(from, to);
        boolean shell = name.startsWith("bash") || name.startsWith("sh-") || name.equals("localhost");
        boolean named = name.chars().anyMatch(Character::isLetter);
        return named && !shell && to < mark ? Optional.of(name) : Optional.empty();
    }

    private static Optional<String> behind(String text, int mark) {
        return mark < 0
                ? Optional.empty()
                : Optional.of(text.substring(mark + 1).strip());
    }

    /** An arrow between two addresses is no prompt. */
    private static boolean isMark(String text, int at) {
        boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == '>';
        return !doubled && (text.charAt(at) != '>' || (text.charAt(at - 1) != '-' && text.charAt(at - 1) != ' '));
    }
}
