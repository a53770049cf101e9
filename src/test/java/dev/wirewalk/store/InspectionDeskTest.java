package dev.wirewalk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Files on the desk of one session: taken, read, opened, refused, removed. */
class InspectionDeskTest extends OpenInvestigation {
    private InspectionDesk desk() {
        return work.desk();
    }

    private DeskFile settledFile(String id) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < end) {
            DeskFile file = desk().file(id).orElseThrow();
            switch (file.stage()) {
                case DeskFile.Ready ready -> {
                    return file;
                }
                case DeskFile.Refused refused -> {
                    return file;
                }
                case DeskFile.Receiving receiving -> Thread.sleep(5);
                case DeskFile.Reading reading -> Thread.sleep(5);
            }
        }
        throw new AssertionError("not read within 10 s");
    }

    private String receive(String name, byte[] bytes) throws UploadRefused {
        return desk().receive(name, bytes.length, new ByteArrayInputStream(bytes));
    }

    @Test
    void aCaptureIsReadAndStaysOpen() throws Exception {
        AtomicReference<List<DeskFile>> heard = new AtomicReference<>(List.of());
        desk().listen(heard::set);
        String id = receive("a.pcap", capture().readAllBytes());
        OpenFile open = settledFile(id).open().orElseThrow();
        assertThat(open.inspection().result().file()).isEqualTo("a.pcap");
        assertThat(open.use(-1L, (file, frames) -> frames.size()))
                .isEqualTo(open.inspection().result().packets());
        assertThat(heard.get()).extracting(DeskFile::name).containsExactly("a.pcap");
    }

    @Test
    void whatCannotBeReadIsRefusedAndDeleted() throws Exception {
        String id = receive("notes.txt", "it is slow since noon\n".getBytes(StandardCharsets.UTF_8));
        DeskFile file = settledFile(id);
        assertThat(file.stage())
                .isInstanceOfSatisfying(
                        DeskFile.Refused.class,
                        refused -> assertThat(refused.sentence())
                                .startsWith("It is text, but none of its lines (1)")
                                .doesNotContain(data.toString()));
        assertThat(filesOnDisk()).isZero();
    }

    @Test
    void anUploadThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> receive("big.pcap", new byte[1001])).isInstanceOf(UploadRefused.class);
        assertThat(desk().files())
                .singleElement()
                .satisfies(file -> assertThat(file.stage()).isInstanceOf(DeskFile.Refused.class));
    }

    @Test
    void aRemovedFileIsClosedAndDeleted() throws Exception {
        String id = receive("a.pcap", capture().readAllBytes());
        OpenFile open = settledFile(id).open().orElseThrow();
        desk().remove(id);
        assertThat(desk().files()).isEmpty();
        assertThat(open.use("closed", (file, frames) -> "open")).isEqualTo("closed");
        assertThat(filesOnDisk()).isZero();
    }

    @Test
    void unusedFilesGoAndUsedOnesStay() throws Exception {
        settledFile(receive("a.pcap", capture().readAllBytes()));
        desk().expire(Duration.ofHours(1));
        assertThat(desk().files()).hasSize(1);
        desk().expire(Duration.ZERO);
        assertThat(desk().files()).isEmpty();
        assertThat(filesOnDisk()).isZero();
    }

    @Test
    void aFileOfAnotherPlaceIsReadAndNotDeleted() throws Exception {
        Path elsewhere = Files.write(data.resolve("sample.pcap"), capture().readAllBytes());
        String id = desk().open("sample.pcap", elsewhere);
        assertThat(settledFile(id).open()).isPresent();
        assertThat(desk().open("sample.pcap", elsewhere)).as("asked for again").isEqualTo(id);
        assertThat(desk().files()).hasSize(1);
        desk().remove(id);
        assertThat(elsewhere).exists();
    }
}
