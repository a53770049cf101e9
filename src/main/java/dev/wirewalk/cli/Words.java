package dev.wirewalk.cli;

/** Pieces of messages. */
final class Words {
    private static final int MOST = 60;

    private Words() {}

    /** A word of the user as it may stand in a message of one line. */
    static String shown(String word) {
        String start = word.length() > MOST ? word.substring(0, MOST) + "…" : word;
        return "\"" + printable(start).replace("\n", "\\u000a") + "\"";
    }

    /**
     * Where reading stopped: the column and what stands there.
     *
     * @param column counted from 1
     */
    static String at(String text, int column) {
        String rest = column > text.length() ? "" : text.substring(column - 1);
        return rest.isBlank() ? "column " + column + ", at the end" : "column " + column + ", at " + shown(rest);
    }

    /** The text with everything that could steer or mislead a terminal written as its code; line ends stay. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(letter -> {
            int type = Character.getType(letter);
            boolean unseen = type == Character.CONTROL && letter != '\n'
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE;
            printable.append(unseen ? String.format("\\u%04x", letter) : Character.toString(letter));
        });
        return printable.toString();
    }
}
