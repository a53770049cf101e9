package dev.wirewalk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadStoreTest {
    @TempDir
    Path data;

    @Test
    void removesAllOfItsFilesWhenTheProcessStops() throws IOException {
        UploadStore store = store();
        StoredFile stored = receive(store);

        store.close();

        assertThat(stored.path()).doesNotExist();
        assertThat(data.resolve("uploads")).isEmptyDirectory();
    }

    @Test
    void removesLeftoversOfDeadProcessesAtStart() throws IOException {
        Path killed = Files.createDirectories(data.resolve("uploads/killed"));
        Files.createFile(killed.resolve(Leftovers.LOCK));
        Files.writeString(Files.createDirectories(killed.resolve("session")).resolve("file"), "secret");
        Path withoutLock = Files.createDirectories(data.resolve("uploads/without-lock"));
        Files.setLastModifiedTime(withoutLock, FileTime.from(Instant.now().minus(Duration.ofHours(1))));

        store().close();

        assertThat(killed).doesNotExist();
        assertThat(withoutLock).doesNotExist();
    }

    @Test
    void leavesTheFilesOfLivingAndStartingProcessesAlone() throws IOException {
        UploadStore living = store();
        StoredFile stored = receive(living);
        Path starting = Files.createDirectories(data.resolve("uploads/starting"));

        store().close();

        assertThat(stored.path()).exists();
        assertThat(starting).exists();
        living.close();
    }

    @Test
    void doesNotFollowLinksWhenItTidiesUp() throws IOException {
        Path precious = Files.createDirectories(data.resolve("precious"));
        Files.writeString(precious.resolve("file"), "keep me");
        UploadStore store = store();
        StoredFile stored = receive(store);
        Files.createSymbolicLink(stored.path().resolveSibling("link"), precious);

        store.close();

        assertThat(precious.resolve("file")).exists();
    }

    @Test
    void twoSessionsShareNoFolder() throws IOException {
        UploadStore store = store();
        UploadFolder first = store.open();
        UploadFolder second = store.open();
        StoredFile ofFirst = first.receive("a", 1, new ByteArrayInputStream(new byte[1]), done -> {});
        StoredFile ofSecond = second.receive("a", 1, new ByteArrayInputStream(new byte[1]), done -> {});

        second.delete(ofFirst);
        first.close();

        assertThat(ofFirst.path().getParent()).isNotEqualTo(ofSecond.path().getParent());
        assertThat(ofSecond.path()).exists();
        assertThat(second.used()).isEqualTo(1);
        store.close();
    }

    @Test
    void aFolderOfASessionCannotRemoveWhatItDidNotReceive() throws IOException {
        UploadStore store = store();
        StoredFile foreign = receive(store);

        store.open().delete(foreign);

        assertThat(foreign.path()).exists();
        store.close();
    }

    @Test
    void saysWhichFolderCannotBeUsed() throws IOException {
        Path file = Files.writeString(data.resolve("file"), "not a folder");

        assertThatThrownBy(() -> new UploadStore(file, UploadFolderTest.settings(1, 1)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    private UploadStore store() {
        return new UploadStore(data, UploadFolderTest.settings(1000, 1000));
    }

    private static StoredFile receive(UploadStore store) throws IOException {
        return store.open().receive("x", 3, new ByteArrayInputStream(new byte[3]), done -> {});
    }
}
