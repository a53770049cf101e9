package dev.wirewalk.store;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of work in the background, with progress, that can be cancelled. It reports each {@link State} in order, from
 * its own thread, and ends with exactly one of {@link Done}, {@link Failed} or {@link Cancelled}.
 *
 * @param <R> what the work results in
 */
public final class WalkJob<R> {
    private static final Logger LOG = LoggerFactory.getLogger(WalkJob.class);

    /** What a job is doing or came to. */
    public sealed interface State<R> {}

    /**
     * At work.
     *
     * @param phase in words, for people
     * @param done bytes of this phase that are done
     * @param total bytes of this phase; 0 when it is not counted in bytes
     */
    public record Running<R>(String phase, long done, long total) implements State<R> {}

    public record Done<R>(R result) implements State<R> {}

    /** Ended without a result; the sentence says why. */
    public record Failed<R>(String sentence) implements State<R> {}

    public record Cancelled<R>() implements State<R> {}

    /** How the work tells where it is. */
    public interface Progress {
        /** @throws CancellationException when nobody waits for the result any more */
        void report(String phase, long done, long total);

        /** Whether the work is to stop soon. */
        boolean cancelled();
    }

    /** The work itself. Exceptions' messages are shown to people, so they are sentences. */
    @FunctionalInterface
    public interface Work<R> {
        R run(Progress progress) throws Exception;
    }

    private final Consumer<State<R>> listener;
    private final Thread thread;
    private volatile boolean cancelled;

    private WalkJob(Semaphore places, Work<R> work, Consumer<State<R>> listener) {
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("walk").unstarted(() -> run(places, work));
    }

    /**
     * Starts the work as soon as one of the places is free.
     *
     * @param places how many such jobs may be at work at once
     */
    public static <R> WalkJob<R> start(Semaphore places, Work<R> work, Consumer<State<R>> listener) {
        WalkJob<R> job = new WalkJob<>(places, work, listener);
        job.thread.start();
        return job;
    }

    /** Asks the work to stop. It reports {@link Cancelled} when it has, unless it was already done. */
    public void cancel() {
        cancelled = true;
        thread.interrupt();
    }

    private void run(Semaphore places, Work<R> work) {
        State<R> end = outcome(places, work);
        // The interrupt has done its work; the listener may lock and must not be disturbed by it.
        Thread.interrupted();
        listener.accept(end);
    }

    private State<R> outcome(Semaphore places, Work<R> work) {
        boolean admitted = false;
        try {
            if (!places.tryAcquire()) {
                report("waiting for other work on this server", 0, 0);
                places.acquire();
            }
            admitted = true;
            R result = work.run(progress());
            return cancelled ? new Cancelled<>() : new Done<>(result);
        } catch (InterruptedException | CancellationException stopped) {
            return new Cancelled<>();
        } catch (Exception failure) {
            return cancelled ? new Cancelled<>() : failed(failure);
        } catch (OutOfMemoryError tooLarge) {
            return new Failed<>(
                    "The captures need more memory than this server has. Narrow them to the flow and try again.");
        } catch (LinkageError | StackOverflowError broken) {
            LOG.error("work ended by a fault", broken);
            return new Failed<>("The work stopped by a fault of Wirewalk ("
                    + broken.getClass().getSimpleName() + "); the log of the server has the details.");
        } finally {
            if (admitted) {
                places.release();
            }
        }
    }

    private Progress progress() {
        return new Progress() {
            @Override
            public void report(String phase, long done, long total) {
                WalkJob.this.report(phase, done, total);
            }

            @Override
            public boolean cancelled() {
                return cancelled;
            }
        };
    }

    private void report(String phase, long done, long total) {
        if (cancelled) {
            throw new CancellationException();
        }
        listener.accept(new Running<>(phase, done, total));
    }

    private State<R> failed(Exception failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            LOG.error("a walk ended without a sentence", failure);
            return new Failed<>("The walk stopped by a fault of Wirewalk ("
                    + failure.getClass().getSimpleName() + "); the log of the server has the details.");
        }
        LOG.warn("a walk failed", failure);
        return new Failed<>(message);
    }
}
