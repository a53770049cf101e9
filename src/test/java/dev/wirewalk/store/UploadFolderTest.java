package dev.wirewalk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class UploadFolderTest {
    @TempDir
    Path data;

    private UploadStore store;

    @BeforeEach
    void open() {
        store = new UploadStore(data, settings(1000, 2500));
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    static StoreSettings settings(long file, long session) {
        return new StoreSettings(
                DataSize.ofBytes(file), DataSize.ofBytes(session), DataSize.ofBytes(0), Duration.ofHours(1));
    }

    @Test
    void keepsWhatWasSentForTheOwnerOnly() throws IOException {
        StoredFile stored = store.open().receive("client.pcap", 300, bytes(300), ignored());

        assertThat(stored.name()).isEqualTo("client.pcap");
        assertThat(stored.bytes()).isEqualTo(300);
        assertThat(Files.readAllBytes(stored.path())).hasSize(300).containsOnly(7);
        assumeThat(data.getFileSystem().supportedFileAttributeViews()).contains("posix");
        for (Path path = stored.path(); path != null && !path.equals(data); path = path.getParent()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .as(path.toString())
                    .endsWith("------");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "a/b", "..", "", "C:\\x\\y.pcap", "a\0b", "lock"})
    void aNameIsNeverAPath(String name) throws IOException {
        UploadFolder folder = store.open();

        StoredFile stored = folder.receive(name, 5, bytes(5), ignored());

        assertThat(stored.path().getFileName().toString()).matches("[0-9a-f]{32}");
        assertThat(filesBelow(data)).containsExactlyInAnyOrder(stored.path(), lockBeside(stored));
    }

    @Test
    void aShownNameKeepsTheWordsAndLosesWhatDeceives() throws IOException {
        UploadFolder folder = store.open();

        assertThat(folder.receive("../../etc/passwd", 1, bytes(1), ignored()).name())
                .isEqualTo("../../etc/passwd");
        assertThat(folder.receive("cap\u202Egpj.pcap\n", 1, bytes(1), ignored()).name())
                .isEqualTo("cap�gpj.pcap�");
        assertThat(folder.receive("x".repeat(500) + ".pcap", 1, bytes(1), ignored())
                        .name())
                .hasSize(120)
                .endsWith("x.pcap")
                .contains("…");
        assertThat(folder.receive("  ", 1, bytes(1), ignored()).name()).isEqualTo("unnamed file");
    }

    @Test
    void refusesAFileAnnouncedTooLargeWithoutReadingIt() {
        InputStream unread = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read although refused");
            }
        };

        assertThatThrownBy(() -> store.open().receive("big", 1001, unread, ignored()))
                .isInstanceOf(UploadRefused.class)
                .hasMessage("Not taken: the file is larger than 1000 bytes, the most for a single file."
                        + " Split it, or capture with a narrower filter.");
        assertThat(filesBelow(data)).hasSize(1);
    }

    @Test
    void refusesAFileThatTurnsOutTooLarge() {
        UploadFolder folder = store.open();

        assertThatThrownBy(() -> folder.receive("big", -1, bytes(1001), ignored()))
                .isInstanceOf(UploadRefused.class)
                .hasMessageContaining("larger than 1000 bytes");
        assertThat(folder.used()).isZero();
        assertThat(filesBelow(data)).hasSize(1);
    }

    @Test
    void boundsTheSumOfASessionAndOnlyOfIt() throws IOException {
        UploadFolder folder = store.open();
        StoredFile first = folder.receive("1", 1000, bytes(1000), ignored());
        folder.receive("2", -1, bytes(1000), ignored());

        assertThatThrownBy(() -> folder.receive("3", 600, bytes(600), ignored()))
                .isInstanceOf(UploadRefused.class)
                .hasMessageContaining("would exceed 2.4 KiB together (2.0 KiB in use)");
        assertThat(folder.used()).isEqualTo(2000);
        assertThat(store.open().receive("other session", 600, bytes(600), ignored()))
                .isNotNull();

        folder.delete(first);
        assertThat(folder.used()).isEqualTo(1000);
        assertThat(folder.receive("3", 600, bytes(600), ignored()).bytes()).isEqualTo(600);
    }

    @Test
    void refusesWhenTheDiskIsNearlyFull() {
        StoreSettings greedy = new StoreSettings(
                DataSize.ofGigabytes(4), DataSize.ofGigabytes(8), DataSize.ofTerabytes(1_000), Duration.ofHours(1));
        UploadFolder folder = new UploadFolder(data.resolve("s"), greedy);

        assertThatThrownBy(() -> folder.receive("x", 5, bytes(5), ignored()))
                .isInstanceOf(UploadRefused.class)
                .hasMessageContaining("the disk of this server has only");
        assertThat(folder.used()).isZero();
    }

    @Test
    void anInterruptedUploadLeavesNothingAndTheOthersStay() throws IOException {
        UploadFolder folder = store.open();
        StoredFile other = folder.receive("other", 10, bytes(10), ignored());
        InputStream broken = new InputStream() {
            private int left = 100;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("connection reset");
                }
                return 1;
            }
        };

        assertThatThrownBy(() -> folder.receive("half", 500, broken, ignored()))
                .isInstanceOf(UploadRefused.class)
                .hasMessageContaining("nothing of it was kept");
        assertThatThrownBy(() -> folder.receive("short", 500, bytes(100), ignored()))
                .isInstanceOf(UploadRefused.class)
                .hasMessage("The upload stopped after 100 bytes of 500 bytes; nothing of it was kept."
                        + " Upload the file again.");

        assertThat(folder.used()).isEqualTo(10);
        assertThat(filesBelow(data)).containsExactlyInAnyOrder(other.path(), lockBeside(other));
    }

    @Test
    void theEndOfTheSessionRemovesAllAndStopsUploadsUnderWay() throws Exception {
        UploadFolder folder = store.open();
        folder.receive("complete", 10, bytes(10), ignored());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        FutureTask<StoredFile> slow = new FutureTask<>(() -> folder.receive("slow", 20, bytes(20), received -> {
            begun.countDown();
            await(ended);
        }));
        Thread.ofVirtual().start(slow);
        begun.await();

        folder.close();
        ended.countDown();

        assertThatThrownBy(slow::get).hasRootCauseInstanceOf(UploadRefused.class);
        assertThat(store.empty()).isTrue();
        assertThatThrownBy(() -> folder.receive("late", 1, bytes(1), ignored()))
                .isInstanceOf(UploadRefused.class)
                .hasMessageContaining("session has ended");
        assertThat(store.empty()).isTrue();
    }

    @Test
    void deletingAllFilesMakesRoomAgain() throws IOException {
        UploadFolder folder = store.open();
        StoredFile stored = folder.receive("1", 1000, bytes(1000), ignored());

        folder.deleteAll();

        assertThat(stored.path()).doesNotExist();
        assertThat(folder.used()).isZero();
        assertThat(folder.receive("2", 1000, bytes(1000), ignored()).path()).exists();
    }

    @Test
    void tellsTheProgress() throws IOException {
        UploadStore roomy = new UploadStore(data, settings(1 << 20, 1 << 20));
        List<Long> told = new ArrayList<>();

        roomy.open().receive("x", 200_000, bytes(200_000), told::add);

        assertThat(told).isSorted().hasSizeGreaterThan(2).endsWith(200_000L);
        roomy.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static Path lockBeside(StoredFile stored) {
        return stored.path().resolve("../..").resolve(Leftovers.LOCK).normalize();
    }

    private static List<Path> filesBelow(Path folder) {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        } catch (IOException cause) {
            throw new AssertionError(cause);
        }
    }

    private static InputStream bytes(int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) 7);
        return new ByteArrayInputStream(bytes);
    }

    private static LongConsumer ignored() {
        return received -> {};
    }
}
