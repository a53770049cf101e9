package dev.wirewalk.dialect;

import static dev.wirewalk.filter.HeaderField.DESTINATION_PORT;
import static dev.wirewalk.filter.HeaderField.ICMP_CODE;
import static dev.wirewalk.filter.HeaderField.ICMP_TYPE;
import static dev.wirewalk.filter.HeaderField.PROTOCOL;
import static dev.wirewalk.filter.HeaderField.SOURCE_PORT;
import static dev.wirewalk.filter.HeaderField.TCP_FLAGS;
import static dev.wirewalk.filter.HeaderField.TRANSPORT_HEADER;

import dev.wirewalk.filter.Box;
import dev.wirewalk.filter.FieldValues;
import dev.wirewalk.filter.HeaderField;
import dev.wirewalk.filter.RuleList.Rule;
import dev.wirewalk.filter.RuleList.Rules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Leaves to a rule list only what an access list can say. A permission loses the condition, a denial is left out altogether:
 * either way more is selected, never less.
 */
final class AccessWidening {
    private final AccessRelease release;
    private final Set<AccessLoss> losses = EnumSet.noneOf(AccessLoss.class);

    AccessWidening(AccessRelease release) {
        this.release = release;
    }

    Rules widen(Rules rules) {
        List<Rule> said = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            for (Rule part : splitSctp(rule)) {
                said(part).ifPresent(said::add);
            }
        }
        return new Rules(said).shortened();
    }

    Set<AccessLoss> losses() {
        return losses;
    }

    private Optional<Rule> said(Rule rule) {
        Box box = rule.box();
        Set<HeaderField<?>> unsaid = unsaid(box);
        if (unsaid.isEmpty() && box.opaque().isEmpty()) {
            return Optional.of(rule);
        }
        return rule.permit() ? Optional.of(new Rule(true, box.widened(unsaid))) : Optional.empty();
    }

    private Set<HeaderField<?>> unsaid(Box box) {
        Set<HeaderField<?>> unsaid = new HashSet<>();
        if (!box.opaque().isEmpty()) {
            losses.add(AccessLoss.OPAQUE);
        }
        if (states(box, TCP_FLAGS)) {
            lose(unsaid, TCP_FLAGS, AccessLoss.TCP_FLAGS);
        }
        if (states(box, TRANSPORT_HEADER)) {
            lose(unsaid, TRANSPORT_HEADER, AccessLoss.FRAGMENTS);
        }
        if (states(box, ICMP_CODE) && !(states(box, ICMP_TYPE) && release.unifiedLists())) {
            lose(unsaid, ICMP_CODE, AccessLoss.ICMP_CODE);
        }
        FieldValues<Integer> protocols = box.values(PROTOCOL);
        if (protocols.contains(0) && !protocols.coversLine()) {
            lose(unsaid, PROTOCOL, AccessLoss.PROTOCOL_ZERO);
        }
        if (!release.sctpPorts() && isSctpOnly(box)) {
            if (states(box, SOURCE_PORT)) {
                lose(unsaid, SOURCE_PORT, AccessLoss.SCTP_PORTS);
            }
            if (states(box, DESTINATION_PORT)) {
                lose(unsaid, DESTINATION_PORT, AccessLoss.SCTP_PORTS);
            }
        }
        return unsaid;
    }

    private void lose(Set<HeaderField<?>> unsaid, HeaderField<?> field, AccessLoss loss) {
        unsaid.add(field);
        losses.add(loss);
    }

    private static boolean states(Box box, HeaderField<?> field) {
        return box.statedFields().contains(field);
    }

    private static boolean isSctpOnly(Box box) {
        return box.values(PROTOCOL).equals(PROTOCOL.one(132));
    }

    /** Old releases know ports of TCP and UDP but not of SCTP, so that these go separate ways. */
    private List<Rule> splitSctp(Rule rule) {
        Box box = rule.box();
        boolean ports = states(box, SOURCE_PORT) || states(box, DESTINATION_PORT);
        if (release.sctpPorts() || !ports) {
            return List.of(rule);
        }
        FieldValues<Integer> sctp = PROTOCOL.one(132);
        List<Rule> parts = new ArrayList<>();
        box.with(PROTOCOL, sctp.complement()).ifPresent(other -> parts.add(new Rule(rule.permit(), other)));
        box.with(PROTOCOL, sctp).ifPresent(only -> parts.add(new Rule(rule.permit(), only)));
        return parts;
    }
}
