package dev.wirewalk.store;

import dev.wirewalk.diagnosis.Walk;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.draft.PathDraft;
import dev.wirewalk.topology.draft.PointDraft;
import dev.wirewalk.topology.draft.ShownName;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One browser session's search: its path, the files of its points and what the walk makes of them. It lives as long as the
 * session, so pages may come and go. Whenever the path and at least one capture allow it, the walk runs anew in the background.
 *
 * <p>May be used from any thread. Listeners are called from the thread that caused the change, outside all locks, each with
 * the newest state; states that follow each other quickly may be skipped.
 */
public final class Investigation implements AutoCloseable {
    private final UploadFolder folder;
    private final Intake intake;
    private final Walk walk;
    private final Semaphore places;
    private final List<Consumer<InvestigationState>> listeners = new CopyOnWriteArrayList<>();
    private final Unplaced unplaced = new Unplaced();
    private InvestigationState state = InvestigationState.EMPTY;
    private Optional<Path> walked = Optional.empty();
    private Optional<WalkJob<InvestigationState.Found>> job = Optional.empty();
    private int run;
    private Instant lastUse = Instant.now();

    Investigation(UploadFolder folder, Walk walk, Semaphore places) {
        this.folder = folder;
        intake = new Intake(folder);
        this.walk = walk;
        this.places = places;
    }

    public synchronized InvestigationState state() {
        return state;
    }

    /** Calls the listener after each change, until the returned action is run. */
    public Runnable listen(Consumer<InvestigationState> listener) {
        lastUsedNow();
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Changes the path. Files of points that are no longer in it are removed. */
    public void change(UnaryOperator<PathDraft> change) {
        update(() -> {
            PathDraft draft = change.apply(state.draft());
            Map<String, List<PointFile>> before = state.files();
            state = state.withDraft(draft, draft.checked()).withoutStrayFiles();
            before.values().forEach(files -> files.forEach(this::forgetUnused));
        });
    }

    /** Takes another path; points that have the name of one of the old path keep its files. */
    public void load(PathDraft other) {
        change(other::keepingIdentities);
        update(() -> state = state.withSample(""));
    }

    /** Takes a sample in the place of all that is there; it is walked once, when all its captures lie there. */
    public void open(SampleCase sample) {
        Map<String, List<PointFile>> files = intake.take(sample);
        update(() -> {
            Map<String, List<PointFile>> before = state.files();
            state = InvestigationState.of(sample, files);
            before.values().forEach(gone -> gone.forEach(this::forgetUnused));
        });
    }

    /** Adds a point for a capture of which nobody said where it was taken, and returns its id; {@link #arrange} finds its place. */
    public String addPoint(String fileName) {
        PointDraft point = PointDraft.of(ShownName.of(fileName), "", "", "");
        change(path -> {
            unplaced.add(point.id());
            return path.with(point);
        });
        return point.id();
    }

    /**
     * Finds the place of the captures that were given to added points: in the path that is there, of which nothing is changed, or
     * else in one made of them. Takes as long as reading all captures several times.
     */
    public void arrange() {
        boolean settled = false;
        while (!settled) {
            InvestigationState before = state();
            Set<String> sought = sought();
            settled = sought.isEmpty() || placed(before, sought);
        }
    }

    private synchronized Set<String> sought() {
        return unplaced.complete(state);
    }

    /** Whether nothing else was changed meanwhile. */
    private boolean placed(InvestigationState before, Set<String> sought) {
        UnaryOperator<InvestigationState> arranged = Arrangement.of(before, sought, places);
        AtomicBoolean same = new AtomicBoolean();
        update(() -> {
            same.set(state.draft().equals(before.draft()) && state.files().equals(before.files()));
            if (same.get()) {
                state = arranged.apply(state);
                unplaced.remove(sought);
                before.files().values().forEach(files -> files.forEach(this::forgetUnused));
            }
        });
        return same.get();
    }

    /**
     * Takes an upload for a point: writes it to disk, reads it once, and keeps it only if it is a capture. The state tells all
     * of it.
     *
     * @param announced bytes to come, or negative when unknown
     * @throws UploadRefused when it is not taken; the state then says so at the point, too
     */
    public void receive(String point, String name, long announced, InputStream stream) throws UploadRefused {
        PointFile file =
                new PointFile(PrivateFiles.randomName(), ShownName.of(name), new PointFile.Receiving(0, announced));
        update(() -> {
            state = state.withNew(point, file);
        });
        try {
            StoredFile stored = folder.receive(
                    name,
                    announced,
                    stream,
                    intake.progress(
                            () -> state().holds(point, file.id()),
                            received -> put(point, file.at(new PointFile.Receiving(received, announced)))));
            put(point, file.at(new PointFile.Checking(stored)));
            put(point, file.at(intake.check(stored)));
        } catch (CancellationException removed) {
            throw new UploadRefused("Not taken: it was removed while it was still coming in.");
        } catch (UploadRefused refused) {
            put(point, file.at(new PointFile.Refused(refused.sentence())));
            throw refused;
        }
    }

    /** Says at a point that a file was not taken, for those that were refused before they were sent. */
    public void refuse(String point, String name, String sentence) {
        update(() -> {
            if (state.draft().point(point).isPresent()) {
                state = state.with(
                        point,
                        new PointFile(PrivateFiles.randomName(), ShownName.of(name), new PointFile.Refused(sentence)));
            }
        });
    }

    /** Removes one file of a point, or the message that it was refused; one that is still coming in is stopped. */
    public void remove(String point, String file) {
        update(() -> {
            InvestigationState old = state;
            state = state.without(point, file);
            old.filesAt(point).stream().filter(each -> each.id().equals(file)).forEach(this::forgetUnused);
        });
    }

    /** Removes all files; the path stays. Uploads under way are refused. */
    public void deleteFiles() {
        update(() -> {
            intake.deleteAll();
            state = state.withoutFiles().withNotice("All files were deleted.");
        });
    }

    /** Removes all files and the path. */
    public void startAnew() {
        update(() -> {
            intake.deleteAll();
            state = InvestigationState.EMPTY;
        });
    }

    /** Removes the files when nobody has used the investigation for so long. */
    void expire(Duration unused) {
        if (unusedFor().compareTo(unused) >= 0 && state().hasFiles()) {
            update(() -> {
                intake.deleteAll();
                state = state.withoutFiles()
                        .withNotice("The files were deleted after " + unused.toHours() + " hours without use.");
            });
        }
    }

    private synchronized Duration unusedFor() {
        return Duration.between(lastUse, Instant.now());
    }

    /** Stops the walk that is running. */
    public synchronized void cancelWalk() {
        job.ifPresent(WalkJob::cancel);
    }

    /** Runs the walk once more on what is there. */
    public void walkAgain() {
        update(() -> walked = Optional.empty());
    }

    /** Ends the investigation and removes its files, for good. */
    @Override
    public void close() throws IOException {
        cancelWalk();
        listeners.clear();
        folder.close();
    }

    private synchronized void lastUsedNow() {
        lastUse = Instant.now();
    }

    /** Puts the file's new stage in the place of the old one, unless the person removed it meanwhile. */
    private void put(String point, PointFile file) {
        update(() -> {
            if (state.holds(point, file.id())) {
                state = state.with(point, file);
            } else {
                intake.forget(file);
            }
        });
    }

    /** Removes what nothing in the newest state uses any more. */
    private void forgetUnused(PointFile file) {
        if (file.stored().filter(state::uses).isEmpty()) {
            intake.forget(file);
        }
    }

    private void update(Runnable change) {
        synchronized (this) {
            lastUsedNow();
            change.run();
            walkIfChanged();
        }
        tell();
    }

    private void tell() {
        InvestigationState newest = state();
        listeners.forEach(listener -> listener.accept(newest));
    }

    /** Starts the walk when the path with its captures is another one than that of the last walk. */
    private void walkIfChanged() {
        Optional<WalkInput> input = WalkInput.of(state);
        if (input.map(WalkInput::path).equals(walked)) {
            return;
        }
        walked = input.map(WalkInput::path);
        job.ifPresent(WalkJob::cancel);
        run++;
        if (input.isEmpty()) {
            job = Optional.empty();
            state = state.withJob(Optional.empty(), Optional.empty());
            return;
        }
        int ownRun = run;
        WalkInput given = input.get();
        state = state.withJob(Optional.of(new WalkJob.Running<>("starting", 0, 0)), state.found());
        job = Optional.of(
                WalkJob.start(places, progress -> given.walk(walk, progress), report -> heard(ownRun, report)));
    }

    /** A report of a walk; those of a walk that was overtaken by a newer one are not heard. */
    private void heard(int ofRun, WalkJob.State<InvestigationState.Found> report) {
        synchronized (this) {
            if (ofRun != run) {
                return;
            }
            state = state.with(report);
        }
        tell();
    }
}
