package dev.wirewalk.report;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.address.MacAddress;
import java.util.Optional;

/** Finds the addresses in a text, as people, devices and file names write them. */
final class PseudonymText {
    private static final int V4_BITS = 32;
    private static final int DIGIT = 0;
    private static final int LETTER = 1;
    private static final int OTHER = 2;

    private final Pseudonyms pseudonyms;

    PseudonymText(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    String of(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && part(text.charAt(end))) {
                end++;
            }
            if (end == at) {
                out.append(text.charAt(at++));
                continue;
            }
            at = run(text, at, end, out);
        }
        return out.toString();
    }

    private static boolean part(char letter) {
        return (letter >= '0' && letter <= '9')
                || (letter >= 'a' && letter <= 'f')
                || (letter >= 'A' && letter <= 'F')
                || letter == '.'
                || letter == ':'
                || letter == '-';
    }

    /** Replaces the longest address at the run's beginning, or passes its first letters or digits on. @return where to go on */
    private int run(String text, int from, int to, StringBuilder out) {
        for (int end = to; end > from; end--) {
            Optional<String> found =
                    bounded(text, from, end) ? address(text.substring(from, end), text, end) : Optional.empty();
            if (found.isPresent()) {
                out.append(found.get());
                return end;
            }
        }
        int end = from + 1;
        while (end < to && kind(text.charAt(end)) == kind(text.charAt(from))) {
            end++;
        }
        out.append(text, from, end);
        return end;
    }

    /** No address ends within a number, and none of hexadecimal digits within a word of them. */
    private static boolean bounded(String text, int from, int end) {
        if (end == text.length() || !part(text.charAt(end)) || kind(text.charAt(end - 1)) == OTHER) {
            return true;
        }
        return switch (kind(text.charAt(end))) {
            case DIGIT -> false;
            case LETTER -> text.substring(from, end).indexOf(':') < 0;
            default -> true;
        };
    }

    private static int kind(char letter) {
        return Character.isDigit(letter) ? DIGIT : Character.isLetter(letter) ? LETTER : OTHER;
    }

    private Optional<String> address(String candidate, String text, int end) {
        Optional<IpAddress> ip = IpAddress.parse(candidate);
        if (ip.isPresent()) {
            return Optional.of(network(ip.get(), text, end).toString());
        }
        boolean separated = candidate.indexOf(':') > 0 || candidate.indexOf('-') > 0 || candidate.indexOf('.') > 0;
        return separated
                ? MacAddress.parse(candidate).map(mac -> pseudonyms.of(mac).toString())
                : Optional.empty();
    }

    /** A network keeps its zeros: {@code 10.1.0.0/16} becomes another network of that length. */
    private IpAddress network(IpAddress address, String text, int end) {
        int bits = address.version() == IpVersion.V4 ? V4_BITS : 128;
        IpAddress other = pseudonyms.of(address);
        int length = prefixLength(text, end);
        boolean network = length >= 0
                && length <= bits
                && Pseudonyms.prefix(address, length, bits).equals(address);
        return network ? Pseudonyms.prefix(other, length, bits) : other;
    }

    private static int prefixLength(String text, int end) {
        int length = -1;
        for (int i = end + 1; i < Math.min(text.length(), end + 4); i++) {
            char digit = text.charAt(i);
            if (text.charAt(end) != '/' || digit < '0' || digit > '9') {
                break;
            }
            length = Math.max(0, length) * 10 + digit - '0';
        }
        return length;
    }
}
