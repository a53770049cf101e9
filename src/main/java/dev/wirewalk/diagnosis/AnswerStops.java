package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The server stops in the middle of an HTTP answer whose length it announced, although all of it so far is acknowledged. */
final class AnswerStops implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        Dialogue dialogue = Dialogue.near(scene, Direction.RETURN);
        List<Observation> said = dialogue.all();
        if (said.isEmpty()
                || said.getLast().direction() != Direction.RETURN
                || scene.leaks().any(dialogue.point())) {
            return Optional.empty();
        }
        int begin = said.size() - 1;
        while (begin > 0 && said.get(begin - 1).direction() == Direction.RETURN) {
            begin--;
        }
        Observation first = said.get(begin);
        boolean headOnly = begin > 0 && asksForHead(said.get(begin - 1));
        Observation last = said.getLast();
        long came = end(last) - first.sequence() & 0xFFFF_FFFFL;
        if (headOnly || first.announced() <= came || !acknowledged(scene, last)) {
            return Optional.empty();
        }
        Optional<Observation> closed = over(dialogue, Direction.RETURN);
        Optional<Observation> left = over(dialogue, Direction.FORWARD);
        boolean serverFirst = closed.isPresent()
                && (left.isEmpty() || closed.get().frame() < left.get().frame());
        long waited = left.map(Observation::nanos).orElse(dialogue.end()) - last.nanos();
        return waited < Dialogue.SLOW_NANOS || serverFirst
                ? Optional.empty()
                : Optional.of(finding(scene, dialogue, List.of(first, last), came, waited));
    }

    private static Finding finding(Scene scene, Dialogue dialogue, List<Observation> evidence, long came, long waited) {
        String server = scene.way(Direction.FORWARD).getLast().device();
        String words = server + " stops after " + came + " of the "
                + evidence.getFirst().announced() + " bytes that its answer announces, and sends nothing more within "
                + waited / 1_000_000 + " ms";
        if (dialogue.point().device().equals(server)) {
            return Finding.fails(
                    Place.at(server),
                    Direction.RETURN,
                    Stage.APPLICATION,
                    Cause.SERVER_HANG,
                    Evidence.of(evidence),
                    words + ".");
        }
        return Finding.suspected(
                        Place.at(server),
                        Direction.RETURN,
                        Stage.APPLICATION,
                        Cause.SERVER_HANG,
                        Evidence.of(evidence),
                        words + ", or the rest is lost before "
                                + dialogue.point().name() + ": there is no capture behind it.")
                .lookingAt(scene.way(Direction.FORWARD).getLast().name());
    }

    /** An answer to HEAD announces the length of what it leaves out (RFC 9110 section 9.3.2). */
    private static boolean asksForHead(Observation request) {
        return new String(request.head(), StandardCharsets.ISO_8859_1).startsWith("HEAD ");
    }

    private static boolean acknowledged(Scene scene, Observation last) {
        return scene.points().stream()
                .flatMap(point -> point.packets(Direction.FORWARD).stream())
                .anyMatch(answer -> scene.acknowledged(Direction.RETURN, answer) >= 0
                        && (int) (answer.acknowledgement() - end(last)) >= 0);
    }

    private static long end(Observation packet) {
        return packet.sequence() + packet.payloadLength() & 0xFFFF_FFFFL;
    }

    private static Optional<Observation> over(Dialogue dialogue, Direction direction) {
        return dialogue.point().signals(direction).stream()
                .filter(packet -> packet.fin() || packet.reset())
                .findFirst();
    }
}
