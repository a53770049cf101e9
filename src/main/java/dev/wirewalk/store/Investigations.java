package dev.wirewalk.store;

import dev.wirewalk.diagnosis.Walk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work of all browser sessions that live. */
public final class Investigations implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Investigations.class);

    private final UploadStore store;
    private final Walk walk;
    private final Semaphore places =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
    private final Set<SessionWork> open = ConcurrentHashMap.newKeySet();

    public Investigations(UploadStore store, Walk walk) {
        this.store = store;
        this.walk = walk;
    }

    public StoreSettings settings() {
        return store.settings();
    }

    /** A new, empty place to work for one browser session. */
    public SessionWork open() {
        SessionWork work = new SessionWork(
                new Investigation(store.open(), walk, places), new InspectionDesk(store.open(), places));
        open.add(work);
        return work;
    }

    /** Ends the work of a session that ended. */
    public void end(SessionWork work) throws IOException {
        open.remove(work);
        work.close();
    }

    /** Removes the files of sessions that nobody has used for the time in the settings. */
    public void expire() {
        for (SessionWork work : open) {
            try {
                work.expire(store.settings().keepUnused());
            } catch (UncheckedIOException cause) {
                // The others are to be tidied up all the same, and this one is tried again the next time.
                LOG.warn("the uploads of a session could not be removed", cause);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (SessionWork work : open) {
            end(work);
        }
        store.close();
    }
}
