package dev.wirewalk.store;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.UnreadableCapture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Reads what was uploaded once, and removes from the disk what is no capture or no longer wanted. */
final class Intake {
    private static final Duration BETWEEN_PROGRESS = Duration.ofMillis(250);

    private final UploadFolder folder;

    Intake(UploadFolder folder) {
        this.folder = folder;
    }

    /**
     * Listens to an upload.
     *
     * @param wanted asked all the time; when it is not any more, the upload is stopped
     * @param received told how many bytes there are, now and then
     */
    LongConsumer progress(BooleanSupplier wanted, LongConsumer received) {
        ProgressPulse pulse = new ProgressPulse(BETWEEN_PROGRESS);
        return bytes -> {
            if (!wanted.getAsBoolean()) {
                throw new CancellationException();
            }
            if (pulse.due()) {
                received.accept(bytes);
            }
        };
    }

    /** What a complete upload is; one that is no capture is not kept. */
    PointFile.Stage check(StoredFile stored) {
        try (CaptureFile capture = CaptureFile.open(stored.path())) {
            return new PointFile.Usable(stored, capture.read(frame -> {}));
        } catch (UnreadableCapture unreadable) {
            delete(stored);
            return new PointFile.Refused("It " + unreadable.reason() + ". It is not used.");
        }
    }

    /** The captures of a sample, on disk and read, by the id of their point. */
    Map<String, List<PointFile>> take(SampleCase sample) {
        Map<String, List<PointFile>> files = new HashMap<>();
        sample.path()
                .points()
                .forEach(point -> files.put(
                        point.id(),
                        sample.captures().stream()
                                .filter(capture -> capture.point().equals(point.name()))
                                .map(this::take)
                                .collect(Collectors.toUnmodifiableList())));
        return files;
    }

    private PointFile take(SampleCase.Capture capture) {
        int length = capture.bytes().length;
        PointFile file = new PointFile(PrivateFiles.randomName(), capture.name(), new PointFile.Receiving(0, length));
        try {
            return file.at(check(
                    folder.receive(capture.name(), length, new ByteArrayInputStream(capture.bytes()), received -> {})));
        } catch (UploadRefused refused) {
            return file.at(new PointFile.Refused(refused.sentence()));
        }
    }

    void forget(PointFile file) {
        file.stored().ifPresent(this::delete);
    }

    private void delete(StoredFile stored) {
        try {
            folder.delete(stored);
        } catch (IOException cause) {
            throw new UncheckedIOException("an upload could not be removed from the disk", cause);
        }
    }

    void deleteAll() {
        try {
            folder.deleteAll();
        } catch (IOException cause) {
            throw new UncheckedIOException("the uploads could not be removed from the disk", cause);
        }
    }
}
