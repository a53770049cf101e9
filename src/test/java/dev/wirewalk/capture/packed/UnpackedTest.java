package dev.wirewalk.capture.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedTest {
    @TempDir
    Path folder;

    @Test
    void whatUnpacksToMoreThanIsAllowedIsReadUpToThereAndSaid() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
            out.write(new byte[20_000_000]);
        }
        Path file = Files.createFile(folder.resolve("unpacked"));
        try (Arena arena = Arena.ofConfined()) {
            Unpacked unpacked =
                    Unpacked.unpack(MemorySegment.ofArray(bomb.toByteArray()), Packing.GZIP, file, 1_000_000, arena);
            assertThat(unpacked.content().byteSize()).isBetween(500_000L, 1_000_000L);
            assertThat(unpacked.warnings())
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.text())
                            .startsWith("the file is compressed with gzip and unpacks to more than the 1000000 bytes"));
            assertThat(file).doesNotExist();
        }
    }
}
