package dev.wirewalk.match;

import dev.wirewalk.capture.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How far the clocks of two points are apart, by the minimum filter both ways: a packet arrives after it was sent, so each
 * forward pair bounds the offset from above and each return pair from below; the tightest bounds are from the packets that
 * waited least. The truth is somewhere between them; no statement finer than that interval is made.
 */
public record Clocks(OptionalLong lowNanos, OptionalLong highNanos) {
    /** No network holds a packet longer than this; a larger difference between two stamps is the clocks'. */
    private static final long LONGEST_TRAVEL_NANOS = 1_000_000_000L;

    /**
     * A stamp says when the kernel took the frame up, not when it passed: interrupts are gathered and processes wait their turn,
     * for tens of microseconds on hosts in use. No offset is known better than this.
     */
    public static final long STAMP_NANOS = 100_000L;

    private record Identity(
            Direction direction, long sequence, long acknowledgement, int flags, int length, long digest) {}

    private record Question(boolean request, String sender, String target, int nth) {}

    /** Estimates how far {@code to}'s clock is ahead of {@code from}'s; {@code from} is nearer to the client. */
    public static Clocks between(PointTrace from, PointTrace to) {
        List<Long> forward = new ArrayList<>();
        List<Long> back = new ArrayList<>();
        Map<Identity, Observation> there = once(to.packets());
        once(from.packets()).forEach((identity, sent) -> {
            Observation seen = there.get(identity);
            if (seen != null) {
                (identity.direction() == Direction.FORWARD ? forward : back).add(seen.nanos() - sent.nanos());
            }
        });
        pairQuestions(from, to, forward, back);
        OptionalLong high = forward.stream().mapToLong(Long::longValue).min();
        OptionalLong low = back.stream().mapToLong(Long::longValue).max();
        return new Clocks(low, high);
    }

    /** Who asked first is not known from two files; but a question and its answer travel in opposite ways. */
    private static void pairQuestions(PointTrace from, PointTrace to, List<Long> forward, List<Long> back) {
        Map<Question, Long> there = questions(to);
        questions(from).forEach((question, nanos) -> {
            Long seen = there.get(question);
            if (seen != null) {
                boolean clientAsks = from.flow()
                        .filter(key -> key.client().toString().equals(question.sender()))
                        .isPresent();
                boolean serverAsks = to.flow()
                        .filter(key -> key.server().toString().equals(question.sender()))
                        .isPresent();
                if (clientAsks && question.request()) {
                    forward.add(seen - nanos);
                } else if (serverAsks) {
                    back.add(seen - nanos);
                }
            }
        });
    }

    private static Map<Question, Long> questions(PointTrace trace) {
        Map<Question, Long> questions = new HashMap<>();
        Map<String, Integer> nth = new HashMap<>();
        for (NeighbourMessage message : trace.neighbours()) {
            String sender = message.sender().toString();
            String target = message.target().toString();
            int count = nth.merge(message.request() + sender + ">" + target, 1, Integer::sum);
            if (message.nanos() == Frame.NO_TIME) {
                continue;
            }
            questions.put(new Question(message.request(), sender, target, count), message.nanos());
        }
        return questions;
    }

    /** Packets that were seen once only: the n-th of several copies may be another copy at the other point. */
    private static Map<Identity, Observation> once(List<Observation> packets) {
        Map<Identity, Observation> seen = new HashMap<>();
        Set<Identity> repeated = new HashSet<>();
        for (Observation packet : packets) {
            if (packet.nanos() == Frame.NO_TIME) {
                continue;
            }
            Identity identity = new Identity(
                    packet.direction(),
                    packet.sequence(),
                    packet.acknowledgement(),
                    packet.flags(),
                    packet.payloadLength(),
                    // Flags mean TCP: its numbers tell packets apart, and a short snapshot leaves little of the
                    // payload.
                    packet.flags() == 0 ? packet.digest() : 0);
            if (seen.put(identity, packet) != null) {
                repeated.add(identity);
            }
        }
        seen.keySet().removeAll(repeated);
        return seen;
    }

    public boolean known() {
        return lowNanos.isPresent() || highNanos.isPresent();
    }

    /** The middle of the interval; where only one bound is known, zero unless that bound excludes it. */
    public long offsetNanos() {
        if (lowNanos.isPresent() && highNanos.isPresent()) {
            return lowNanos.getAsLong() + (highNanos.getAsLong() - lowNanos.getAsLong()) / 2;
        }
        if (highNanos.isPresent()) {
            long high = highNanos.getAsLong();
            return high < 0 || high > LONGEST_TRAVEL_NANOS ? high : 0;
        }
        long low = lowNanos.orElse(0);
        return low > 0 || low < -LONGEST_TRAVEL_NANOS ? low : 0;
    }

    /** How far the offset may be off, in nanoseconds. */
    public long uncertaintyNanos() {
        return lowNanos.isPresent() && highNanos.isPresent()
                ? Math.max(STAMP_NANOS, Math.abs(highNanos.getAsLong() - lowNanos.getAsLong()) / 2 + 1)
                : LONGEST_TRAVEL_NANOS;
    }
}
