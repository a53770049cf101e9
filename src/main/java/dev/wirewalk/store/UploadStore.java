package dev.wirewalk.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * All uploads of this process. On disk: {@code DATA/uploads/<process>/<session>/<file>}, each name random. A lock file in
 * the process's folder is held as long as the process lives; a folder whose lock is free belonged to a dead process and
 * is removed by the next one that starts.
 */
public final class UploadStore implements AutoCloseable {
    private final StoreSettings settings;
    private final Path own;
    private final FileChannel lock;

    /**
     * @param data folder of everything Wirewalk writes
     * @throws UncheckedIOException when nothing can be written there
     */
    public UploadStore(Path data, StoreSettings settings) {
        this.settings = settings;
        try {
            Path uploads = PrivateFiles.folder(data.toAbsolutePath().resolve("uploads"));
            Leftovers.remove(uploads);
            own = PrivateFiles.folder(uploads.resolve(PrivateFiles.randomName()));
            Path lockFile = own.resolve(Leftovers.LOCK);
            PrivateFiles.create(lockFile).close();
            lock = FileChannel.open(lockFile, StandardOpenOption.WRITE);
            lock.lock();
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "the folder for uploads below " + data + " cannot be used: " + cause.getMessage(), cause);
        }
    }

    public StoreSettings settings() {
        return settings;
    }

    /** A new, empty folder for one browser session; it comes into being on disk with the first upload. */
    public UploadFolder open() {
        return new UploadFolder(own.resolve(PrivateFiles.randomName()), settings);
    }

    /** Removes all that this process stored. */
    @Override
    public void close() throws IOException {
        lock.close();
        PrivateFiles.deleteTree(own);
    }

    /** Whether anything is on disk beside the lock; for checks. */
    boolean empty() throws IOException {
        try (var entries = Files.list(own)) {
            return entries.allMatch(entry -> entry.endsWith(Leftovers.LOCK));
        }
    }
}
