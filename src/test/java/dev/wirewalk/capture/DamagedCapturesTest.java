package dev.wirewalk.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.wirewalk.packet.Bytes;
import dev.wirewalk.packet.LinkType;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of damaged captures: each is refused in a sentence or read as far as it goes, and never leaves the file. */
class DamagedCapturesTest {
    private static final int ROUNDS = 6_000;

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void damageIsNeverAnException() {
        List<byte[]> seeds = List.copyOf(CaptureSeeds.all().values());
        Random random = new Random(4711);
        int read = 0;
        int refused = 0;
        long packets = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = damage(seeds.get(round % seeds.size()), random);
            Optional<ReadReport> report = Optional.empty();
            try {
                report = AnyBytes.read(damaged, folder);
            } catch (IOException | RuntimeException | AssertionError found) {
                throw new AssertionError(
                        "round " + round + ": " + HexFormat.of().formatHex(damaged), found);
            }
            refused += report.isEmpty() ? 1 : 0;
            read += report.isPresent() ? 1 : 0;
            packets += report.map(ReadReport::packets).orElse(0L);
        }
        assertThat(read).as("files read").isGreaterThan(ROUNDS / 2);
        assertThat(refused).as("files refused").isGreaterThan(20);
        assertThat(packets).as("packets read in spite of damage").isGreaterThan(ROUNDS);
    }

    private static byte[] damage(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int times = 1 + random.nextInt(4); times > 0 && bytes.length > 0; times--) {
            int at = random.nextInt(bytes.length);
            bytes = switch (random.nextInt(5)) {
                case 0 -> flip(bytes, at, random);
                case 1 -> overwrite(bytes, at, random);
                case 2 -> Arrays.copyOf(bytes, at);
                case 3 -> splice(bytes, at, at, random.nextInt(9), random);
                default -> splice(bytes, at, Math.min(bytes.length, at + random.nextInt(40)), 0, random);
            };
        }
        return bytes;
    }

    private static byte[] flip(byte[] bytes, int at, Random random) {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    /** Lengths love to be wrong in whole words. */
    private static byte[] overwrite(byte[] bytes, int at, Random random) {
        int word = at & ~3;
        byte value = (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
        Arrays.fill(bytes, word, Math.min(bytes.length, word + 4), value);
        return bytes;
    }

    private static byte[] splice(byte[] bytes, int from, int to, int inserted, Random random) {
        byte[] middle = new byte[inserted];
        random.nextBytes(middle);
        return new Bytes()
                .bytes(Arrays.copyOf(bytes, from))
                .bytes(middle)
                .bytes(Arrays.copyOfRange(bytes, to, bytes.length))
                .toArray();
    }

    /** What the fuzzer once found, and what was found otherwise. */
    @Test
    void whatWasOnceFoundStaysRepaired() throws Exception {
        try (var found = Files.list(Path.of("src", "test", "resources", "fuzz"))) {
            for (Path file : found.sorted().toList()) {
                assertThatCode(() -> AnyBytes.read(Files.readAllBytes(file), folder))
                        .as(file.toString())
                        .doesNotThrowAnyException();
            }
        }
    }

    /** Guards the generator: an undamaged seed is read without a word. */
    @Test
    void theSeedsAreWhole() {
        CaptureSeeds.all().forEach((name, seed) -> {
            SeenFrame.Pass pass = SeenFrame.pass(
                    new CaptureBytes(ByteOrder.BIG_ENDIAN).bytes(seed).write(folder.resolve("seed")));
            assertThat(pass.report().warnings())
                    .as(name)
                    .allMatch(warning -> warning.text().contains("wireless frames are encrypted"));
            assertThat(pass.report().packets()).as(name).isGreaterThanOrEqualTo(3);
            assertThat(pass.report().linkTypes()).as(name).allMatch(LinkType::decoded);
        });
    }
}
