package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.TextOutput;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code SRC > DST:}, where each end is an address or a host's name, with a port behind the last dot where there is one. */
final class EndpointText {
    private static final int KEPT = 4096;
    private static final int LONGEST = 300;

    /** One end; port -1: none, or a name that is not known. */
    record Place(IpAddress address, int port) {}

    private final Map<String, Place> known = new HashMap<>();
    private String source = "";
    private String destination = "";

    /** Reads both ends and steps behind the colon; false, and nothing read, when there are none here. */
    boolean read(LineScanner line) {
        int before = line.position();
        source = line.word();
        boolean arrow = isEnd(source) && line.accept(" > ");
        String second = arrow ? line.word() : "";
        boolean colon = second.endsWith(":");
        destination = colon ? second.substring(0, second.length() - 1) : second;
        // Later fragments have no colon in releases before 3.8.
        boolean fragment = !colon && isQuad(source) && isQuad(destination);
        boolean both = isEnd(destination) && (colon || fragment);
        if (!both) {
            line.moveTo(before);
        }
        return both;
    }

    private static boolean isEnd(String token) {
        int dots = 0;
        int colons = 0;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
                dots += c == '.' ? 1 : 0;
                colons += c == ':' ? 1 : 0;
                if (!(c >= 'A' && c <= 'Z') && ".:-_%/*".indexOf(c) < 0) {
                    return false;
                }
            }
        }
        return !token.isEmpty()
                && token.length() <= LONGEST
                && (colons == 0 || (colons > 1 && !isMac(token)))
                && (dots + colons > 0 || Character.isLetter(token.charAt(0)));
    }

    private static boolean isMac(String token) {
        LineScanner scanner = new LineScanner(token);
        return scanner.mac() >= 0 && scanner.atEnd();
    }

    Place source(boolean portDue, TextOutput out) {
        return place(source, portDue, out);
    }

    Place destination(boolean portDue, TextOutput out) {
        return place(destination, portDue, out);
    }

    /** Whether both ends read as addresses with something behind them that can be a port. */
    boolean bothHavePorts() {
        return hasPort(source) && hasPort(destination);
    }

    private static boolean hasPort(String token) {
        return token.indexOf(':') >= 0 ? token.indexOf('.', token.lastIndexOf(':')) >= 0 : !isQuad(token);
    }

    private static boolean isQuad(String token) {
        return endOfQuad(token) == token.length();
    }

    private Place place(String token, boolean portDue, TextOutput out) {
        Place found = known.get(token);
        if (found == null) {
            found = literal(token).orElse(null);
            if (found == null) {
                // A name may or may not have a port behind it, so it is not kept.
                return named(token, portDue, out);
            }
            if (known.size() >= KEPT) {
                known.clear();
            }
            known.put(token, found);
        }
        return found;
    }

    private static Optional<Place> literal(String token) {
        int quad = endOfQuad(token);
        if (quad == token.length()) {
            return IpAddress.parse(token).map(address -> new Place(address, -1));
        }
        if (quad > 0 && token.charAt(quad) == '.') {
            return IpAddress.parse(token.substring(0, quad))
                    .map(address -> new Place(address, port(token.substring(quad + 1))));
        }
        return token.indexOf(':') < 0 ? Optional.empty() : literal6(token);
    }

    private static Optional<Place> literal6(String token) {
        int dot = token.lastIndexOf('.');
        Optional<IpAddress> whole = address6(token);
        // ::ffff:192.0.2.1 has three dots of its own.
        if (whole.isPresent() || dot < 0) {
            return whole.map(address -> new Place(address, -1));
        }
        return address6(token.substring(0, dot)).map(address -> new Place(address, port(token.substring(dot + 1))));
    }

    private static Optional<IpAddress> address6(String text) {
        int zone = text.indexOf('%');
        return IpAddress.parse(zone < 0 ? text : text.substring(0, zone));
    }

    private static Place named(String token, boolean portDue, TextOutput out) {
        int dot = token.lastIndexOf('.');
        if (!portDue || dot <= 0) {
            return new Place(out.standIn(token), -1);
        }
        return new Place(out.standIn(token.substring(0, dot)), port(token.substring(dot + 1)));
    }

    private static int port(String text) {
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || i >= 5) {
                return ServiceNames.port(text);
            }
            value = value * 10 + c - '0';
        }
        return text.isEmpty() || value > 0xFFFF ? -1 : value;
    }

    /** Where {@code a.b.c.d} at the beginning ends, or 0. */
    private static int endOfQuad(String text) {
        int at = 0;
        for (int part = 0; part < 4; part++) {
            if (part > 0 && (at >= text.length() || text.charAt(at++) != '.')) {
                return 0;
            }
            int from = at;
            while (at < text.length() && at - from < 3 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            if (at == from) {
                return 0;
            }
        }
        return at == text.length() || text.charAt(at) == '.' ? at : 0;
    }
}
