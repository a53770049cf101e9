package dev.wirewalk.diagnosis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each point of made-up traffic saw, and the capture files of it. */
final class TrafficCaptures {
    private final Map<String, List<Record>> records = new HashMap<>();
    private final Map<String, Long> skews = new HashMap<>();

    private record Record(long micros, byte[] frame) {}

    TrafficCaptures(List<String> points) {
        points.forEach(point -> records.put(point, new ArrayList<>()));
    }

    /** The clock of this point is ahead by so many microseconds. */
    void skew(String point, long micros) {
        skews.put(point, micros);
    }

    /** @param micros since the epoch, by the common clock */
    void add(String point, long micros, byte[] frame) {
        Optional.ofNullable(records.get(point)).orElseThrow().add(new Record(micros, frame));
    }

    /** Writes one file per point into the folder. */
    void write(Path folder) throws IOException {
        for (String point : records.keySet()) {
            Files.write(folder.resolve(TrafficPath.file(point)), pcap(point));
        }
    }

    /** A pcap file of Ethernet frames with microseconds, in the order of their times. */
    private byte[] pcap(String name) {
        long skew = skews.getOrDefault(name, 0L);
        NetworkBytes file = new NetworkBytes()
                .four(0xA1B2C3D4L)
                .two(2)
                .two(4)
                .four(0)
                .four(0)
                .four(65_535)
                .four(1);
        records.getOrDefault(name, List.of()).stream()
                .sorted((one, other) -> Long.compare(one.micros(), other.micros()))
                .forEach(record -> file.four((record.micros() + skew) / 1_000_000)
                        .four((record.micros() + skew) % 1_000_000)
                        .four(record.frame().length)
                        .four(record.frame().length)
                        .all(record.frame()));
        return file.done();
    }
}
