package dev.wirewalk.dialect;

import dev.wirewalk.address.IpVersion;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a release of the ASA software can write, by its number such as {@code 9.18} or {@code 9.5(2)}. Numbers of FTD, {@code 6.x} and
 * {@code 7.x}, stand for the ASA software inside of it.
 *
 * <p>Sources: ASA command reference, history of {@code capture} and {@code access-list extended}; FTD compatibility guide.
 */
record AccessRelease(int major, int minor, int maintenance) {
    private static final Pattern NUMBER = Pattern.compile("(\\d+)\\.(\\d+)(?:[.(](\\d+))?.*");

    /** A version that is no such number is taken for the oldest, which can write least. */
    static AccessRelease of(String version) {
        Matcher matcher = NUMBER.matcher(version);
        if (!matcher.matches()) {
            return new AccessRelease(7, 2, 1);
        }
        int major = Integer.parseInt(matcher.group(1));
        int minor = Integer.parseInt(matcher.group(2));
        String maintenance = matcher.group(3);
        return switch (major) {
            case 7 -> new AccessRelease(9, 16 + minor, Integer.MAX_VALUE);
            case 6 -> new AccessRelease(9, minor < 3 ? 6 : 7 + minor, minor == 0 ? 1 : Integer.MAX_VALUE);
            default ->
                new AccessRelease(
                        major, minor, maintenance == null ? Integer.MAX_VALUE : Integer.parseInt(maintenance));
        };
    }

    private boolean since(int wantedMajor, int wantedMinor, int wantedMaintenance) {
        if (major != wantedMajor) {
            return major > wantedMajor;
        }
        return minor != wantedMinor ? minor > wantedMinor : maintenance >= wantedMaintenance;
    }

    /** One access list for IPv4 and IPv6, with the words {@code any4} and {@code any6}; ICMP codes besides types. */
    boolean unifiedLists() {
        return since(9, 0, 1);
    }

    /** {@code any4} and {@code any6} in match clauses; before, {@code any} is every IPv4 address and none of IPv6. */
    boolean bothFamiliesInMatch() {
        return since(9, 10, 1);
    }

    boolean sctpPorts() {
        return since(9, 5, 2);
    }

    boolean lists(IpVersion version) {
        return version == IpVersion.V4 || unifiedLists();
    }
}
