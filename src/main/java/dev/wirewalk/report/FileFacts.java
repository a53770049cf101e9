package dev.wirewalk.report;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.capture.ReadWarning;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.Point;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a report says of one capture file, so that its statements can be checked against the same bytes later.
 *
 * @param points the names of the points whose frames it holds
 * @param bytes its size as it lies on the disk
 * @param sha256 of these bytes, in hexadecimal digits
 * @param format in words; empty when it could not be read
 * @param notRead what was not read or not as it should be, as sentences
 */
record FileFacts(
        String name,
        List<String> points,
        long bytes,
        String sha256,
        String format,
        long packets,
        String times,
        List<String> notRead) {

    /** The files of a path in the order of its points. */
    static List<FileFacts> of(Path path) {
        Map<java.nio.file.Path, List<String>> users = new LinkedHashMap<>();
        for (Point point : path.points()) {
            point.files()
                    .forEach(file -> users.computeIfAbsent(file, unused -> new ArrayList<>())
                            .add(point.name()));
        }
        return users.entrySet().stream()
                .map(file -> of(file.getKey(), file.getValue()))
                .toList();
    }

    private static FileFacts of(java.nio.file.Path file, List<String> points) {
        String name = String.valueOf(file.getFileName());
        try {
            long bytes = Files.size(file);
            String hash = hash(file);
            try (CaptureFile open = CaptureFile.open(file)) {
                ReadReport read = open.read(_ -> {});
                return new FileFacts(
                        name,
                        points,
                        bytes,
                        hash,
                        read.format().label(),
                        read.packets(),
                        times(read.firstNanos(), read.lastNanos()),
                        notRead(read));
            } catch (UnreadableCapture unreadable) {
                return new FileFacts(name, points, bytes, hash, "", 0, "", List.of("It " + unreadable.reason() + "."));
            }
        } catch (IOException gone) {
            return new FileFacts(
                    name,
                    points,
                    0,
                    "",
                    "",
                    0,
                    "",
                    List.of("It can no longer be read, so its bytes are not told here."));
        }
    }

    private static List<String> notRead(ReadReport read) {
        List<String> sentences = new ArrayList<>();
        for (ReadWarning warning : read.warnings()) {
            sentences.add("At byte " + warning.offset() + ": " + warning.text());
        }
        if (read.truncatedPackets() > 0) {
            sentences.add("Of " + read.truncatedPackets() + " packets the file holds fewer bytes than the wire did.");
        }
        return sentences;
    }

    private static String times(OptionalLong first, OptionalLong last) {
        return first.isEmpty() || last.isEmpty()
                ? ""
                : Frame.instant(first.getAsLong()) + " to " + Frame.instant(last.getAsLong());
    }

    static String hash(java.nio.file.Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] piece = new byte[1 << 16];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
