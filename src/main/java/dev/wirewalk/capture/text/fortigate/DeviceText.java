package dev.wirewalk.capture.text.fortigate;

import java.util.List;

/** What FortiOS prints in a session around traces and packets: banners, answers, help, configuration. */
final class DeviceText {
    private static final List<String> BEGINNINGS = List.of(
            "interfaces=[",
            "filters=[",
            "Using Original Sniffing Mode",
            "Using the original trace daemon",
            "pcap_lookupnet:",
            "pcap_open_live:",
            "pcap_compile:",
            "nr_pkts=",
            "pcap_snapshot=",
            "<verbose>",
            "<count>",
            "<tsformat>",
            "show function name",
            "do not show function name",
            "show trace messages about iprope",
            "do not show trace messages",
            "current vf=",
            "config ",
            "edit \"",
            "edit ",
            "set ",
            "unset ",
            "ambiguous command before",
            "command parse error before",
            "Command fail. Return code",
            "Unknown action",
            "incomplete command",
            "Debug messages will be on for",
            "debug output:",
            "console timestamp:",
            "dev=",
            "sys: ",
            "vf: ",
            "proto: ",
            "host addr: ",
            "Host saddr: ",
            "Host daddr: ",
            "port: ",
            "sport: ",
            "dport: ");

    private DeviceText() {}

    static boolean is(String line) {
        String text = line.strip();
        return BEGINNINGS.stream().anyMatch(text::startsWith)
                || text.equals("next")
                || text.equals("end")
                || isVerbosityHelp(text)
                || isShownValue(text)
                || isCommandHelp(line);
    }

    /** {@code 1: print header of packets}. */
    private static boolean isVerbosityHelp(String text) {
        return text.length() > 3 && Character.isDigit(text.charAt(0)) && text.startsWith(": print header", 1);
    }

    /** {@code ip6-mode            : static}, as {@code get} answers: small letters, digits and dashes, and a colon. */
    private static boolean isShownValue(String text) {
        int at = 0;
        while (at < text.length() && isWordCharacter(text.charAt(at))) {
            at++;
        }
        int colon = text.indexOf(':', at);
        boolean aligned = colon > at || (at > 2 && text.lastIndexOf('-', at - 1) > 0);
        return at > 2 && colon >= 0 && aligned && text.substring(at, colon).isBlank();
    }

    /** {@code list      List IP addresses.}, as a question mark answers. */
    private static boolean isCommandHelp(String line) {
        int at = 0;
        while (at < line.length() && isWordCharacter(line.charAt(at))) {
            at++;
        }
        return at > 1
                && at + 2 < line.length()
                && line.startsWith("  ", at)
                && line.endsWith(".")
                && Character.isUpperCase(line.substring(at).strip().charAt(0));
    }

    private static boolean isWordCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
