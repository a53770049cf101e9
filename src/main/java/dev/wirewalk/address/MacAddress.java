package dev.wirewalk.address;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A 48-bit MAC address (IEEE 802 EUI-48), its first octet in the highest of the 48 bits. */
public record MacAddress(long bits) {
    public static final MacAddress BROADCAST = new MacAddress(0xFFFF_FFFF_FFFFL);

    private static final Pattern OCTETS =
            Pattern.compile("[0-9A-Fa-f]{1,2}(?:([:.-])[0-9A-Fa-f]{1,2}(?:\\1[0-9A-Fa-f]{1,2}){4})");
    private static final Pattern WORDS = Pattern.compile("([0-9A-Fa-f]{4})\\.([0-9A-Fa-f]{4})\\.([0-9A-Fa-f]{4})");
    private static final Pattern PLAIN = Pattern.compile("[0-9A-Fa-f]{12}");

    public MacAddress {
        if (bits < 0 || bits > 0xFFFF_FFFF_FFFFL) {
            throw new IllegalArgumentException("a MAC address has 48 bits");
        }
    }

    /**
     * Reads six octets with {@code :}, {@code -} or {@code .} between them, three words as Cisco writes them
     * ({@code 0011.2233.4455}), or twelve digits.
     */
    public static Optional<MacAddress> parse(String text) {
        if (OCTETS.matcher(text).matches()) {
            long bits = 0;
            for (String octet : text.split("[:.-]")) {
                bits = bits << 8 | Integer.parseInt(octet, 16);
            }
            return Optional.of(new MacAddress(bits));
        }
        Matcher words = WORDS.matcher(text);
        String digits = words.matches() ? words.group(1) + words.group(2) + words.group(3) : text;
        return PLAIN.matcher(digits).matches()
                ? Optional.of(new MacAddress(Long.parseLong(digits, 16)))
                : Optional.empty();
    }

    /** Six octets in lower case with colons between them. */
    @Override
    public String toString() {
        return IntStream.rangeClosed(1, 6)
                .mapToObj(octet -> "%02x".formatted(bits >> 48 - 8 * octet & 0xFF))
                .collect(Collectors.joining(":"));
    }
}
