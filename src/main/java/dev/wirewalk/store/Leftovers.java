package dev.wirewalk.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Folders of processes that ended without tidying up (power cut, kill). */
final class Leftovers {
    static final String LOCK = "lock";

    /** A process makes its folder first and the lock a moment later; a folder this young is not judged. */
    private static final Duration STARTING = Duration.ofMinutes(1);

    private Leftovers() {}

    /** Removes each folder in {@code uploads} whose process is dead. */
    static void remove(Path uploads) throws IOException {
        List<Path> folders;
        try (var entries = Files.list(uploads)) {
            folders = entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
        for (Path folder : folders) {
            if (abandoned(folder)) {
                PrivateFiles.deleteTree(folder);
            }
        }
    }

    private static boolean abandoned(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException heldByUs) {
            return false;
        } catch (NoSuchFileException noLock) {
            Instant made =
                    Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS).toInstant();
            return made.isBefore(Instant.now().minus(STARTING));
        }
    }
}
