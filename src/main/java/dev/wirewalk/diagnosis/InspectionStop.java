package dev.wirewalk.diagnosis;

import dev.wirewalk.capture.TextEvent;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.FrameSpot;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.Remark;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Where inside a device a packet was seen last, when a monitor of its inspections shows that. */
final class InspectionStop {
    private static final String PLACE = "at ";
    private static final String MODULE = " chain module ";

    private final Scene scene;

    InspectionStop(Scene scene) {
        this.scene = scene;
    }

    /**
     * A sentence about the last packet of this kind.
     *
     * @param kind which packets the verdict is about
     */
    Optional<String> sentence(String device, Direction direction, Predicate<Observation> kind) {
        List<Remark> looks = scene.trace().remarks().stream()
                .filter(remark -> remark.kind() == TextEvent.Kind.INSPECT
                        && rank(remark) >= 0
                        && remark.packet().direction() == direction
                        && kind.test(remark.packet())
                        && scene.trace().trace(remark.point()).device().equals(device))
                .toList();
        if (looks.isEmpty()) {
            return Optional.empty();
        }
        Observation last = looks.getLast().packet();
        return looks.stream()
                .filter(look -> look.packet().identification() == last.identification()
                        && look.packet().sequence() == last.sequence())
                .max(Comparator.comparingInt(InspectionStop::rank).thenComparingInt(InspectionStop::number))
                .filter(furthest ->
                        !letter(furthest).equals("O") && !letter(furthest).equals("E"))
                .map(furthest -> "Inside " + device + " it is seen last "
                        + furthest.text().replace(MODULE, " in the chain module ") + ", " + meaning(letter(furthest)));
    }

    private static String meaning(String letter) {
        return switch (letter) {
            case "i" ->
                "before the inbound inspection, and not behind it: what stops it is on the way in, as rules, the check"
                        + " of source addresses, or the state of the connection";
            case "I" ->
                "behind the inbound inspection, and not before the outbound one: it is not routed on, or is taken for"
                        + " the device itself";
            case "e" -> "before it is encrypted, and not behind that";
            default ->
                "before the outbound inspection, and not behind it: what stops it is on the way out, as rules,"
                        + " translation, or a tunnel";
        };
    }

    private static String position(Remark look) {
        if (!look.text().startsWith(PLACE)) {
            return "";
        }
        int module = look.text().indexOf(MODULE);
        String place = module < 0 ? look.text() : look.text().substring(0, module);
        return place.substring(place.lastIndexOf(':') + 1).strip();
    }

    private static String letter(Remark look) {
        String position = position(look);
        return position.isEmpty() ? "" : position.substring(0, 1);
    }

    private static int rank(Remark look) {
        return FrameSpot.rank(letter(look));
    }

    private static int number(Remark look) {
        String position = position(look);
        boolean numbered = position.length() > 1
                && position.length() < 6
                && position.chars().skip(1).allMatch(Character::isDigit);
        return numbered ? Integer.parseInt(position.substring(1)) : 0;
    }
}
