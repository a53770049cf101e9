package dev.wirewalk.match;

import dev.wirewalk.capture.TextEvent;
import dev.wirewalk.topology.FlowProtocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a device said it would do with a packet of the flow that somebody made it imagine. No packet came by: it proves nothing, and
 * may tell why something happens.
 *
 * @param line the line of the text at which the device says that it drops the packet
 * @param drop the words of the drop, with the phase that decides; empty when it would let the packet through
 */
public record Simulation(String point, String file, long line, Direction direction, Optional<String> drop) {
    private static final String MARK = "simulation: ";
    private static final int WORDS_SHOWN = 3;

    /** The simulations of a text that are about this flow, by the words of the command: protocol, both addresses and the server's port. */
    static List<Simulation> of(String point, String file, List<TextEvent> events, FlowKey flow) {
        List<Simulation> found = new ArrayList<>();
        List<TextEvent> block = new ArrayList<>();
        for (TextEvent event : events) {
            boolean simulated = event.frame() == 0 && event.text().startsWith(MARK);
            if (!simulated
                    || event.kind() == TextEvent.Kind.NOTE
                            && begins(event, flow).isPresent()) {
                close(point, file, block, flow).ifPresent(found::add);
                block.clear();
            }
            if (simulated) {
                block.add(event);
            }
        }
        close(point, file, block, flow).ifPresent(found::add);
        return found;
    }

    private static Optional<Simulation> close(String point, String file, List<TextEvent> block, FlowKey flow) {
        Optional<Direction> direction = block.isEmpty() ? Optional.empty() : begins(block.getFirst(), flow);
        if (direction.isEmpty() || block.size() < 2) {
            return Optional.empty();
        }
        Set<String> words = new LinkedHashSet<>();
        long line = block.getLast().line();
        for (TextEvent event : block) {
            if (event.kind() == TextEvent.Kind.DROP && words.size() < WORDS_SHOWN) {
                words.add(event.text().substring(MARK.length()));
                line = event.line();
            }
        }
        return Optional.of(new Simulation(
                point,
                file,
                line,
                direction.get(),
                words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words))));
    }

    /** Which way the packet goes whose addresses the command names; empty when it is of another flow. */
    private static Optional<Direction> begins(TextEvent event, FlowKey flow) {
        List<String> words = Arrays.asList(event.text().toLowerCase(Locale.ROOT).split(" +"));
        int client = words.indexOf(flow.client().toString());
        int server = words.indexOf(flow.server().toString());
        boolean port = flow.protocol() == FlowProtocol.ICMP || words.contains(String.valueOf(flow.serverPort()));
        boolean same =
                words.contains(flow.protocol().name().toLowerCase(Locale.ROOT)) && client > 0 && server > 0 && port;
        return same ? Optional.of(client < server ? Direction.FORWARD : Direction.RETURN) : Optional.empty();
    }

    /** The words of the drop with their place. */
    public String words() {
        return drop.orElse("") + " (" + file + " line " + line + ")";
    }
}
