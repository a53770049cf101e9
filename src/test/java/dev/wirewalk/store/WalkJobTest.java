package dev.wirewalk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WalkJobTest {
    private final Semaphore places = new Semaphore(1);
    private final BlockingQueue<WalkJob.State<String>> states = new LinkedBlockingQueue<>();

    @Test
    void tellsItsPhasesAndThenTheResult() throws InterruptedException {
        WalkJob.start(
                places,
                progress -> {
                    progress.report("reading", 5, 10);
                    return "done";
                },
                states::add);

        assertThat(next()).isEqualTo(new WalkJob.Running<String>("reading", 5, 10));
        assertThat(next()).isEqualTo(new WalkJob.Done<>("done"));
        assertThat(places.tryAcquire(1, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aFailureIsASentence() throws InterruptedException {
        WalkJob.start(
                places,
                progress -> {
                    throw new IOException("a.pcap: not a capture");
                },
                states::add);
        assertThat(next()).isEqualTo(new WalkJob.Failed<String>("a.pcap: not a capture"));

        WalkJob.start(
                places,
                progress -> {
                    throw new IllegalStateException();
                },
                states::add);
        assertThat(next())
                .isInstanceOfSatisfying(
                        WalkJob.Failed.class,
                        failed -> assertThat(failed.sentence()).contains("IllegalStateException"));
    }

    @Test
    void aBrokenProgramIsAFailureToo() throws InterruptedException {
        WalkJob.start(
                places,
                progress -> {
                    throw new NoClassDefFoundError("dev/wirewalk/Missing");
                },
                states::add);
        assertThat(next())
                .isInstanceOfSatisfying(
                        WalkJob.Failed.class,
                        failed -> assertThat(failed.sentence()).contains("NoClassDefFoundError"));
    }

    @Test
    void cancelStopsSleepingAndReportingWork() throws InterruptedException {
        WalkJob<String> sleeping = WalkJob.start(
                places,
                progress -> {
                    progress.report("reading", 0, 10);
                    new CountDownLatch(1).await();
                    return "never";
                },
                states::add);
        next();
        sleeping.cancel();
        assertThat(next()).isEqualTo(new WalkJob.Cancelled<String>());

        CountDownLatch cancelled = new CountDownLatch(1);
        WalkJob<String> busy = WalkJob.start(
                places,
                progress -> {
                    progress.report("reading", 0, 10);
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    cancelled.countDown();
                    progress.report("reading", 9, 10);
                    return "never";
                },
                states::add);
        next();
        busy.cancel();
        assertThat(next()).isEqualTo(new WalkJob.Cancelled<String>());
        assertThat(cancelled.getCount()).isZero();
        assertThat(states).isEmpty();
    }

    @Test
    void waitsForAPlaceAndSaysSo() throws InterruptedException {
        places.acquire();
        WalkJob.start(places, progress -> "done", states::add);

        assertThat(next()).isEqualTo(new WalkJob.Running<String>("waiting for other work on this server", 0, 0));
        places.release();
        assertThat(next()).isEqualTo(new WalkJob.Done<>("done"));
    }

    @Test
    void aJobCancelledWhileWaitingNeverRuns() throws InterruptedException {
        places.acquire();
        WalkJob<String> job = WalkJob.start(places, progress -> "done", states::add);
        next();

        job.cancel();

        assertThat(next()).isEqualTo(new WalkJob.Cancelled<String>());
        assertThat(places.availablePermits()).isZero();
    }

    private WalkJob.State<String> next() throws InterruptedException {
        WalkJob.State<String> state = states.poll(5, TimeUnit.SECONDS);
        return assertThat(state).as("a report within 5 s").isNotNull().actual();
    }
}
