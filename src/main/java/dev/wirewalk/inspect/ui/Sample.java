package dev.wirewalk.inspect.ui;

import dev.wirewalk.store.InspectionDesk;
import dev.wirewalk.store.UploadRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The capture that the empty page offers; its test writes it. */
final class Sample {
    private static final String FILE = "sample.pcap";

    private Sample() {}

    /** Lays it on the desk as if it had been uploaded. */
    static void lay(InspectionDesk desk) {
        try (InputStream stream = Sample.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("the sample is missing in this build");
            }
            byte[] bytes = stream.readAllBytes();
            desk.receive(FILE, bytes.length, new ByteArrayInputStream(bytes));
        } catch (UploadRefused refused) {
            // The desk's list says so.
        } catch (IOException cause) {
            throw new UncheckedIOException("the sample could not be read", cause);
        }
    }
}
