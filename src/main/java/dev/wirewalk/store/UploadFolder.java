package dev.wirewalk.store;

import dev.wirewalk.topology.draft.ShownName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * The uploads of one browser session. Several uploads may run at once; each is written straight to disk and is either
 * complete or gone.
 */
public final class UploadFolder implements AutoCloseable {
    private static final int CHUNK_BYTES = 1 << 16;
    /** The free space of a disk is asked for again after so many bytes. */
    private static final long DISK_CHECK_BYTES = 1L << 24;

    private final Path folder;
    private final StoreSettings settings;
    private final Set<StoredFile> complete = new HashSet<>();
    private long taken;
    private int deletions;
    private boolean closed;

    UploadFolder(Path folder, StoreSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /**
     * Writes the stream to a new file.
     *
     * @param name what the person calls the file
     * @param announced bytes to come, or negative when unknown; a stream that ends earlier was cut off
     * @param progress told the bytes received so far
     * @throws UploadRefused with a sentence for the person; nothing of the file stays
     */
    public StoredFile receive(String name, long announced, InputStream stream, LongConsumer progress)
            throws UploadRefused {
        Reservation reservation = new Reservation();
        Path file = folder.resolve(PrivateFiles.randomName());
        try {
            reservation.growTo(Math.max(announced, 0));
            long written = write(stream, announced, file, reservation, progress);
            StoredFile stored = new StoredFile(ShownName.of(name), file, written);
            reservation.keep(stored);
            return stored;
        } finally {
            reservation.giveBackUnlessKept(file);
        }
    }

    /** Removes one file and gives its bytes back to the session. Removing it twice is no error. */
    public synchronized void delete(StoredFile stored) throws IOException {
        if (complete.remove(stored)) {
            taken -= stored.bytes();
            Files.deleteIfExists(stored.path());
        }
    }

    /** Removes all files; uploads under way are refused, later ones are welcome. */
    public synchronized void deleteAll() throws IOException {
        deletions++;
        for (StoredFile stored : Set.copyOf(complete)) {
            delete(stored);
        }
    }

    /** Bytes of complete uploads and of those under way. */
    public synchronized long used() {
        return taken;
    }

    /** Removes everything, for good. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        complete.clear();
        PrivateFiles.deleteTree(folder);
    }

    private long write(InputStream stream, long announced, Path file, Reservation reservation, LongConsumer progress)
            throws UploadRefused {
        long written = 0;
        try (SeekableByteChannel channel = create(file, Math.max(announced, 0))) {
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
                reservation.growTo(written + read);
                if (written / DISK_CHECK_BYTES != (written + read) / DISK_CHECK_BYTES) {
                    requireFreeSpace(read);
                }
                append(channel, ByteBuffer.wrap(chunk, 0, read));
                written += read;
                progress.accept(written);
            }
        } catch (UploadRefused refused) {
            throw refused;
        } catch (IOException cut) {
            throw stopped(written, announced);
        }
        if (written < announced) {
            throw stopped(written, announced);
        }
        return written;
    }

    private SeekableByteChannel create(Path file, long announced) throws UploadRefused {
        try {
            PrivateFiles.folder(folder);
            requireFreeSpace(announced);
            return PrivateFiles.create(file);
        } catch (UploadRefused refused) {
            throw refused;
        } catch (IOException cause) {
            throw new UploadRefused("Not taken: this server cannot write to its folder for uploads.");
        }
    }

    private static void append(SeekableByteChannel channel, ByteBuffer bytes) throws UploadRefused {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException cause) {
            throw new UploadRefused("Not taken: the disk of this server could not take the rest of the file.");
        }
    }

    private void requireFreeSpace(long bytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        long keep = settings.keepFree().toBytes();
        if (free - bytes < keep) {
            throw new UploadRefused("Not taken: the disk of this server has only " + ByteCount.of(free) + " left, and "
                    + ByteCount.of(keep) + " of it must stay free.");
        }
    }

    private synchronized void take(long bytes) throws UploadRefused {
        long most = settings.maximumSession().toBytes();
        if (taken + bytes > most) {
            throw new UploadRefused("Not taken: the files of this session would exceed " + ByteCount.of(most)
                    + " together (" + ByteCount.of(taken) + " in use). Remove one that is not needed.");
        }
        taken += bytes;
    }

    private static UploadRefused stopped(long written, long announced) {
        String of = announced > written ? " of " + ByteCount.of(announced) : "";
        return new UploadRefused("The upload stopped after " + ByteCount.of(written) + of
                + "; nothing of it was kept. Upload the file again.");
    }

    /** The bytes of one upload as counted against its session. */
    private final class Reservation {
        private final int deletionsBefore = deletions();
        private long bytes;
        private boolean kept;

        void growTo(long size) throws UploadRefused {
            requireWanted();
            long most = settings.maximumFile().toBytes();
            if (size > most) {
                throw new UploadRefused("Not taken: the file is larger than " + ByteCount.of(most)
                        + ", the most for a single file. Split it, or capture with a narrower filter.");
            }
            if (size > bytes) {
                take(size - bytes);
                bytes = size;
            }
        }

        void keep(StoredFile stored) throws UploadRefused {
            synchronized (UploadFolder.this) {
                requireWanted();
                taken += stored.bytes() - bytes;
                complete.add(stored);
                kept = true;
            }
        }

        void giveBackUnlessKept(Path file) throws UploadRefused {
            if (kept) {
                return;
            }
            synchronized (UploadFolder.this) {
                taken -= bytes;
                try {
                    Files.deleteIfExists(file);
                    if (closed) {
                        PrivateFiles.deleteTree(folder);
                    }
                } catch (IOException cause) {
                    throw new UploadRefused(
                            "The upload stopped, and its beginning could not be removed from the disk.");
                }
            }
        }

        private void requireWanted() throws UploadRefused {
            synchronized (UploadFolder.this) {
                if (closed) {
                    throw new UploadRefused("Not taken: this session has ended. Reload the page and upload it again.");
                }
                if (deletions != deletionsBefore) {
                    throw new UploadRefused("Not taken: all files of this session were deleted meanwhile.");
                }
            }
        }

        private int deletions() {
            synchronized (UploadFolder.this) {
                return deletions;
            }
        }
    }
}
