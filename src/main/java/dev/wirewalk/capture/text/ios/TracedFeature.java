package dev.wirewalk.capture.text.ios;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.TextEvent.Kind;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextOutput;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One feature of the data plane that saw the packet, with the fields it shows. */
final class TracedFeature {
    private static final int FIELDS_KEPT = 60;

    private final long line;
    private final String name;
    private final Map<String, String> fields = new LinkedHashMap<>();

    TracedFeature(long line, String name) {
        this.line = line;
        this.name = name;
    }

    void field(String label, String value) {
        if (fields.size() < FIELDS_KEPT) {
            fields.putIfAbsent(label, value);
        }
    }

    private String text(String label) {
        return fields.getOrDefault(label, "");
    }

    /** {@code IPV4(Input)}, {@code IPV6(Output)}: the addresses, and the ports below their protocol. */
    boolean showsFlow() {
        return name.startsWith("IPV") && fields.containsKey("Source") && fields.containsKey("Destination");
    }

    /** @return false when the addresses cannot be read */
    boolean flow(PacketSketch into) {
        Optional<IpAddress> from = IpAddress.parse(text("Source"));
        Optional<IpAddress> to = IpAddress.parse(text("Destination"));
        if (from.isEmpty() || to.isEmpty()) {
            return false;
        }
        into.addresses(from.get(), to.get());
        int protocol = (int) Math.clamp(new LineScanner(text("Protocol")).number(), -1, 255);
        int source = port("SrcPort");
        int destination = port("DstPort");
        if (protocol == 6 && source >= 0) {
            into.tcp(source, destination, -1);
        } else if (protocol == 17 && source >= 0) {
            into.udp(source, destination);
        } else if (protocol >= 0) {
            into.protocol(protocol);
        }
        return true;
    }

    private int port(String label) {
        return (int) Math.clamp(new LineScanner(text(label)).number(), -1, 0xFFFF);
    }

    /** A feature that decided, translated, encrypted or looked something up; the others, of which there are dozens, only measured. */
    void tell(long frame, TextOutput output) {
        String low = name.toLowerCase(Locale.ROOT);
        String action = text("Action");
        boolean drop = action.toLowerCase(Locale.ROOT).startsWith("drop");
        Optional<Kind> kind = drop
                ? Optional.of(Kind.DROP)
                : low.contains("nat") && !low.startsWith("ipv")
                        ? Optional.of(Kind.NAT)
                        : low.contains("ipsec") || low.contains("crypto") || low.contains("tunnel")
                                ? Optional.of(Kind.VPN)
                                : low.contains("nbar") || low.contains("utd") || low.contains("alg")
                                        ? Optional.of(Kind.INSPECT)
                                        : action.isEmpty() || low.startsWith("qos")
                                                ? Optional.empty()
                                                : Optional.of(Kind.POLICY);
        kind.ifPresent(found -> output.event(line, frame, found, "Feature: " + name + details()));
    }

    private String details() {
        StringBuilder out = new StringBuilder();
        for (String label : new String[] {
            "Action",
            "Reason",
            "Zone-pair name",
            "Class-map name",
            "Policy    name",
            "ACL",
            "Direction",
            "From",
            "To",
            "Old Address",
            "New Address",
            "Classification name"
        }) {
            if (!text(label).isEmpty()) {
                out.append(", ").append(label.replace("    ", " ")).append(' ').append(text(label));
            }
        }
        return out.toString();
    }
}
