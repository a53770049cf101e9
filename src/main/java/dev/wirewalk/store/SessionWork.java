package dev.wirewalk.store;

import java.io.IOException;
import java.time.Duration;

/**
 * What belongs to one browser session.
 *
 * @param investigation its search along a path
 * @param desk the files that it inspects one at a time
 */
public record SessionWork(Investigation investigation, InspectionDesk desk) implements AutoCloseable {
    void expire(Duration unused) {
        investigation.expire(unused);
        desk.expire(unused);
    }

    @Override
    public void close() throws IOException {
        try {
            investigation.close();
        } finally {
            desk.close();
        }
    }
}
