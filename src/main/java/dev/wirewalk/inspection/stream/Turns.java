package dev.wirewalk.inspection.stream;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lays the parts of both sides behind each other: each byte once, and a gap where a byte is nowhere in the capture. */
final class Turns {
    /** More than anybody reads; a page is built of as many pieces. */
    private static final int MOST = 2000;

    private final Side client;
    private final Side server;
    private final boolean ordered;
    private final List<Dialogue.Turn> turns = new ArrayList<>();
    private final ByteArrayOutputStream speech = new ByteArrayOutputStream();
    private boolean speaker;
    private long speechFrame;

    /** How far one side has been told. */
    private static final class Side {
        final SentBytes sent;
        final boolean isClient;
        /** Parts that begin further on than was told so far, by where they begin; of several the longest. */
        final TreeMap<Long, SentPart> waiting = new TreeMap<>();

        long next;
        long lastFrame;

        Side(SentBytes sent, boolean isClient) {
            this.sent = sent;
            this.isClient = isClient;
            next = sent.first();
        }
    }

    /** @param ordered whether positions count; else each part is a turn of its own */
    Turns(SentBytes client, SentBytes server, boolean ordered) {
        this.client = new Side(client, true);
        this.server = new Side(server, false);
        this.ordered = ordered;
    }

    /** @return false when there are so many turns that no more are taken */
    boolean take(SentPart part) {
        if (turns.size() >= MOST) {
            return false;
        }
        Side side = part.fromClient() ? client : server;
        side.lastFrame = part.frame();
        if (ordered) {
            side.waiting.merge(part.start(), part, (one, other) -> other.end() > one.end() ? other : one);
            tell(side);
        } else {
            flush();
            say(side, part.frame(), part.bytes(), 0);
            flush();
            gap(side, part.told() - part.bytes().length);
        }
        return true;
    }

    private void tell(Side side) {
        while (!side.waiting.isEmpty()) {
            Map.Entry<Long, SentPart> first = side.waiting.firstEntry();
            SentPart part = first.getValue();
            if (part.start() > side.next) {
                long held = side.sent.nextHeld(side.next);
                if (held == side.next) {
                    // It comes later in the file.
                    return;
                }
                gap(side, Math.min(held, part.start()) - side.next);
                side.next = Math.min(held, part.start());
            } else {
                side.waiting.remove(first.getKey());
                if (part.end() > side.next) {
                    say(side, part.frame(), part.bytes(), (int) (side.next - part.start()));
                    side.next = part.end();
                }
            }
        }
    }

    private void say(Side side, long frame, byte[] bytes, int from) {
        if (speech.size() > 0 && speaker != side.isClient) {
            flush();
        }
        if (speech.size() == 0) {
            speaker = side.isClient;
            speechFrame = frame;
        }
        speech.write(bytes, from, bytes.length - from);
    }

    private void gap(Side side, long bytes) {
        if (bytes > 0) {
            flush();
            turns.add(new Dialogue.Missing(side.isClient, side.lastFrame, bytes));
        }
    }

    private void flush() {
        if (speech.size() > 0) {
            turns.add(new Dialogue.Said(speaker, speechFrame, speech.toByteArray()));
            speech.reset();
        }
    }

    /** Nothing follows: what was sent and never came is missing. */
    void end() {
        flush();
        for (Side side : List.of(client, server)) {
            if (ordered && side.sent.end() > side.next) {
                gap(side, side.sent.end() - side.next);
            }
        }
    }

    List<Dialogue.Turn> list() {
        flush();
        return List.copyOf(turns);
    }
}
