package dev.wirewalk.topology.draft;

/** Names of files as they may be shown: whatever was sent, without the characters that could make a page lie. */
public final class ShownName {
    private static final int LONGEST = 120;

    private ShownName() {}

    /**
     * Control characters, line breaks and the invisible characters that turn the reading direction become a replacement
     * sign; a name longer than 120 characters loses its middle, so that the ending stays readable.
     */
    public static String of(String sent) {
        StringBuilder shown = new StringBuilder();
        sent.codePoints().map(ShownName::visible).forEach(shown::appendCodePoint);
        String name = shown.toString().strip();
        if (name.isEmpty()) {
            return "unnamed file";
        }
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        int head = name.offsetByCodePoints(0, LONGEST / 2);
        int tail = name.offsetByCodePoints(0, length - LONGEST / 2 + 1);
        return name.substring(0, head) + "…" + name.substring(tail);
    }

    private static int visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> '�';
            default -> character;
        };
    }
}
