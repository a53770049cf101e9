package dev.wirewalk.store;

import dev.wirewalk.topology.draft.ShownName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * The files that one browser session inspects, one at a time, side by side. Each is written to disk, read once in the
 * background, and stays open until it is taken off or the session ends.
 *
 * <p>May be used from any thread. Listeners are called from the thread that caused the change, outside all locks.
 */
public final class InspectionDesk implements AutoCloseable {
    private static final Duration BETWEEN_PROGRESS = Duration.ofMillis(250);

    private final UploadFolder folder;
    private final Semaphore places;
    private final List<Consumer<List<DeskFile>>> listeners = new CopyOnWriteArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private Instant lastUse = Instant.now();

    /** One file with what has to be undone when it goes. */
    private static final class Entry {
        DeskFile file;
        Optional<StoredFile> stored = Optional.empty();
        /** Where a file lies that is not the desk's own; empty for others. */
        String elsewhere = "";

        Optional<WalkJob<OpenFile>> job = Optional.empty();

        Entry(DeskFile file) {
            this.file = file;
        }
    }

    InspectionDesk(UploadFolder folder, Semaphore places) {
        this.folder = folder;
        this.places = places;
    }

    /** In the order in which they came. */
    public synchronized List<DeskFile> files() {
        return entries.stream().map(entry -> entry.file).toList();
    }

    public synchronized Optional<DeskFile> file(String id) {
        return find(id).map(entry -> entry.file);
    }

    /** Calls the listener after each change, until the returned action is run. */
    public Runnable listen(Consumer<List<DeskFile>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Takes an upload and begins to read it when it is complete.
     *
     * @param announced bytes to come, or negative when unknown
     * @return its id
     * @throws UploadRefused when it is not taken; the list of files then says so, too
     */
    public String receive(String name, long announced, InputStream stream) throws UploadRefused {
        DeskFile file = begin(name, new DeskFile.Receiving(0, announced));
        try {
            StoredFile stored = folder.receive(name, announced, stream, progress(file, announced));
            if (!keep(file.id(), stored)) {
                folder.delete(stored);
                throw removed();
            }
            read(file, stored.path());
            return file.id();
        } catch (CancellationException gone) {
            throw removed();
        } catch (UploadRefused refused) {
            put(file.at(new DeskFile.Refused(refused.sentence())));
            throw refused;
        } catch (IOException cause) {
            throw new UncheckedIOException("an upload could not be removed from the disk", cause);
        }
    }

    private static UploadRefused removed() {
        return new UploadRefused("Not taken: it was removed while it was still coming in.");
    }

    /**
     * Reads a file that lies elsewhere on this server and belongs to the session: of a walk. One that is on the desk already is
     * not read again.
     */
    public String open(String name, Path path) {
        Optional<String> there = opened(path.toString());
        if (there.isPresent()) {
            return there.get();
        }
        DeskFile file = begin(name, new DeskFile.Reading(0, 0, System.nanoTime()));
        synchronized (this) {
            find(file.id()).ifPresent(entry -> entry.elsewhere = path.toString());
        }
        read(file, path);
        return file.id();
    }

    /** Says that a file was not taken, for those that were refused before they were sent. */
    public void refuse(String name, String sentence) {
        begin(name, new DeskFile.Refused(sentence));
    }

    private synchronized Optional<String> opened(String elsewhere) {
        return entries.stream()
                .filter(entry -> entry.elsewhere.equals(elsewhere))
                .map(entry -> entry.file)
                .filter(file -> !(file.stage() instanceof DeskFile.Refused))
                .map(DeskFile::id)
                .findFirst();
    }

    private DeskFile begin(String name, DeskFile.Stage stage) {
        DeskFile file = new DeskFile(PrivateFiles.randomName(), ShownName.of(name), stage);
        synchronized (this) {
            lastUse = Instant.now();
            entries.add(new Entry(file));
        }
        tell();
        return file;
    }

    private java.util.function.LongConsumer progress(DeskFile file, long announced) {
        ProgressPulse pulse = new ProgressPulse(BETWEEN_PROGRESS);
        return received -> {
            if (file(file.id()).isEmpty()) {
                throw new CancellationException();
            }
            if (pulse.due()) {
                put(file.at(new DeskFile.Receiving(received, announced)));
            }
        };
    }

    private synchronized boolean keep(String id, StoredFile stored) {
        Optional<Entry> entry = find(id);
        entry.ifPresent(found -> found.stored = Optional.of(stored));
        return entry.isPresent();
    }

    private void read(DeskFile file, Path path) {
        long since = System.nanoTime();
        put(file.at(new DeskFile.Reading(0, 0, since)));
        synchronized (this) {
            find(file.id())
                    .ifPresent(entry -> entry.job = Optional.of(WalkJob.start(
                            places,
                            progress -> DeskReading.inspect(file.name(), path, progress, BETWEEN_PROGRESS),
                            report -> heard(file, since, report))));
        }
    }

    private void heard(DeskFile file, long since, WalkJob.State<OpenFile> report) {
        switch (report) {
            case WalkJob.Running<OpenFile>(String phase, long done, long total) ->
                put(file.at(new DeskFile.Reading(done, total, since)));
            case WalkJob.Done<OpenFile>(OpenFile open) -> put(file.at(new DeskFile.Ready(open)));
            case WalkJob.Failed<OpenFile>(String sentence) -> fail(file, sentence);
            case WalkJob.Cancelled<OpenFile> cancelled -> fail(file, "The reading was stopped; nothing of it is kept.");
        }
    }

    private void fail(DeskFile file, String sentence) {
        put(file.at(new DeskFile.Refused(sentence)));
        synchronized (this) {
            find(file.id()).ifPresent(this::deleteStored);
        }
    }

    /** Stops the reading of a file. */
    public synchronized void cancel(String id) {
        find(id).flatMap(entry -> entry.job).ifPresent(WalkJob::cancel);
    }

    /** Takes a file, or the message that it was refused, off the desk; one that is still coming in is stopped. */
    public void remove(String id) {
        synchronized (this) {
            lastUse = Instant.now();
            find(id).ifPresent(this::discard);
        }
        tell();
    }

    /** Takes off all files. */
    public void clear() {
        synchronized (this) {
            List.copyOf(entries).forEach(this::discard);
        }
        tell();
    }

    /** Removes the files when nobody has used the desk for so long. */
    void expire(Duration unused) {
        boolean due;
        synchronized (this) {
            due = !entries.isEmpty() && Duration.between(lastUse, Instant.now()).compareTo(unused) >= 0;
        }
        if (due) {
            clear();
        }
    }

    /** Ends the desk and removes its files, for good. */
    @Override
    public void close() throws IOException {
        listeners.clear();
        clear();
        folder.close();
    }

    private Optional<Entry> find(String id) {
        return entries.stream().filter(entry -> entry.file.id().equals(id)).findFirst();
    }

    private void discard(Entry entry) {
        entries.remove(entry);
        entry.job.ifPresent(WalkJob::cancel);
        entry.file.open().ifPresent(OpenFile::close);
        deleteStored(entry);
    }

    private void deleteStored(Entry entry) {
        try {
            if (entry.stored.isPresent()) {
                folder.delete(entry.stored.get());
                entry.stored = Optional.empty();
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("an upload could not be removed from the disk", cause);
        }
    }

    /** Puts the file's new stage in the place of the old one; what came too late for a file that is gone is closed. */
    private void put(DeskFile file) {
        boolean there;
        synchronized (this) {
            Optional<Entry> entry = find(file.id());
            entry.ifPresent(found -> found.file = file);
            there = entry.isPresent();
        }
        if (there) {
            tell();
        } else {
            file.open().ifPresent(OpenFile::close);
        }
    }

    private void tell() {
        List<DeskFile> newest = files();
        listeners.forEach(listener -> listener.accept(newest));
    }
}
