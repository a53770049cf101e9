package dev.wirewalk.capture.text.linux;

import dev.wirewalk.capture.text.LineScanner;
import java.util.Optional;

/**
 * One line of {@code nft monitor trace}.
 *
 * @param id of the packet, as printed; not unique in the long run
 * @param place family, table and chain
 * @param kind {@code packet:}, {@code rule}, {@code policy}, {@code verdict}, …
 * @param rest what stands behind the kind
 */
record NftLine(String id, String place, String kind, String rest) {
    static Optional<NftLine> of(String line) {
        LineScanner scanner = new LineScanner(line);
        if (!scanner.accept("trace id ")) {
            return Optional.empty();
        }
        String id = scanner.word();
        scanner.blanks();
        int place = scanner.position();
        for (int words = 0; words < 3; words++) {
            scanner.word();
            scanner.blanks();
        }
        String where = line.substring(place, scanner.position()).strip();
        String kind = scanner.word();
        scanner.blanks();
        return kind.isEmpty()
                ? Optional.empty()
                : Optional.of(new NftLine(id, where, kind, scanner.rest().strip()));
    }

    boolean packet() {
        return kind.equals("packet:");
    }

    /** The line without the packet's number. */
    String text() {
        return place + ' ' + kind + ' ' + rest;
    }

    /** {@code accept}, {@code drop}, {@code continue}, {@code jump}, …; empty when the line tells none. */
    String verdict() {
        int at = rest.lastIndexOf("(verdict ");
        String word = at >= 0 ? rest.substring(at + 9) : kind.equals("policy") || kind.equals("verdict") ? rest : "";
        int end = 0;
        while (end < word.length() && Character.isLetter(word.charAt(end))) {
            end++;
        }
        return word.substring(0, end);
    }
}
