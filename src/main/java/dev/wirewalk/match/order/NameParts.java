package dev.wirewalk.match.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a file's name says: {@code fw1_outside.pcap} is device fw1, interface outside. A name without a word that is used for
 * interfaces says at most which device it is.
 *
 * @param stem the name without its endings
 * @param device what stands before the interface; empty when nothing does
 * @param interfaceName the word that names an interface
 */
record NameParts(String stem, Optional<String> device, Optional<String> interfaceName) {
    private static final Set<String> ENDINGS = Set.of(
            "pcap", "pcapng", "cap", "dmp", "snoop", "txt", "log", "out", "gz", "zst", "ntar", "trc", "enc", "text");

    private static final Set<String> WORDS = Set.of(
            "inside",
            "outside",
            "lan",
            "wan",
            "dmz",
            "in",
            "out",
            "ingress",
            "egress",
            "internal",
            "external",
            "trust",
            "untrust",
            "mgmt",
            "management",
            "left",
            "right",
            "north",
            "south",
            "front",
            "back",
            "upstream",
            "downstream",
            "any",
            "uplink",
            "downlink",
            "public",
            "private");

    private static final Set<String> PREFIXES = Set.of(
            "eth",
            "ens",
            "eno",
            "enp",
            "enx",
            "em",
            "en",
            "wlan",
            "wlp",
            "bond",
            "br",
            "vlan",
            "tun",
            "tap",
            "veth",
            "port",
            "igb",
            "ix",
            "ixl",
            "vmx",
            "vtnet",
            "bge",
            "re",
            "lan",
            "wan",
            "dmz",
            "gi",
            "te",
            "fa",
            "fo",
            "hu",
            "ge",
            "xe",
            "et",
            "ae",
            "po",
            "if",
            "int",
            "nic",
            "swp",
            "ppp",
            "wg",
            "gigabitethernet",
            "tengigabitethernet",
            "ethernet",
            "eni",
            "reth",
            "irb",
            "mirror");

    private static final Set<String> CLIENTS =
            Set.of("client", "clt", "cli", "user", "pc", "laptop", "workstation", "desktop", "src", "source");
    private static final Set<String> SERVERS =
            Set.of("server", "srv", "web", "www", "db", "app", "backend", "dst", "destination", "dest");

    private record Word(String text, int from, int to) {}

    static NameParts of(String name) {
        String stem = withoutEndings(name);
        List<Word> words = words(stem);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (isInterface(word.text())) {
                String before = trimmed(stem.substring(0, word.from()));
                return new NameParts(
                        stem, Optional.of(before).filter(text -> !text.isEmpty()), Optional.of(word.text()));
            }
        }
        return new NameParts(stem, Optional.empty(), Optional.empty());
    }

    /** The device as far as the name tells it: the whole name where no interface is in it. */
    String deviceOrStem() {
        return interfaceName.isEmpty() ? stem : device.orElse(stem);
    }

    /** Below 0 for a name that is used for clients, above 0 for servers, 0 for any other. */
    int role() {
        String first = words(deviceOrStem()).stream()
                .map(word -> letters(word.text().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse("");
        return CLIENTS.contains(first) ? -1 : SERVERS.contains(first) ? 1 : 0;
    }

    private static String withoutEndings(String name) {
        String stem = name.strip();
        for (int dot = stem.lastIndexOf('.'); dot > 0; dot = stem.lastIndexOf('.')) {
            String ending = stem.substring(dot + 1).toLowerCase(Locale.ROOT);
            if (!ENDINGS.contains(letters(ending)) || !isEnding(ending)) {
                break;
            }
            stem = stem.substring(0, dot);
        }
        return stem.isEmpty() ? "capture" : stem;
    }

    /** {@code pcap0}, {@code pcap12}: rotated files count behind the ending. */
    private static boolean isEnding(String ending) {
        return ENDINGS.contains(ending) || ending.startsWith("pcap") || ending.startsWith("cap");
    }

    private static boolean isInterface(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String letters = letters(lower);
        return WORDS.contains(lower)
                || (PREFIXES.contains(letters)
                        && lower.length() > letters.length()
                        && Character.isDigit(lower.charAt(letters.length())));
    }

    private static String letters(String word) {
        int end = 0;
        while (end < word.length() && Character.isLetter(word.charAt(end))) {
            end++;
        }
        return word.substring(0, end);
    }

    private static List<Word> words(String stem) {
        List<Word> words = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= stem.length(); at++) {
            if (at == stem.length() || isSeparator(stem.charAt(at))) {
                if (at > from) {
                    words.add(new Word(stem.substring(from, at), from, at));
                }
                from = at + 1;
            }
        }
        return words;
    }

    private static boolean isSeparator(char c) {
        return c == '_' || c == '-' || c == '.' || c == ' ' || c == '@' || c == '(' || c == ')' || c == '+' || c == ',';
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && isSeparator(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).strip();
    }
}
