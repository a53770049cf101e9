package dev.wirewalk.capture.pcapng;

import java.util.function.Consumer;

/** The options of an interface statistics block: what was received and lost since the capture began. */
final class Statistics {
    private static final int RECEIVED = 4;
    private static final int DROPPED_BY_INTERFACE = 5;
    private static final int DROPPED_BY_SYSTEM = 7;

    private Statistics() {}

    static void read(Options options, Interface of, Consumer<String> comments) {
        long received = -1;
        long dropped = -1;
        while (options.advance()) {
            switch (options.code()) {
                case Options.COMMENT -> comments.accept(options.text());
                case RECEIVED -> received = options.u64(-1);
                case DROPPED_BY_INTERFACE, DROPPED_BY_SYSTEM ->
                    dropped = Math.max(dropped, 0) + Math.max(0, options.u64(0));
                default -> {}
            }
        }
        of.counted(received, dropped);
    }
}
