package dev.wirewalk.inspection.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.finding.Script;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationCourseTest {
    private static final String CLIENT = "10.0.0.1:40000";
    private static final String SERVER = "10.0.0.2:80";
    private static final long MILLISECOND = 1_000_000L;

    @TempDir
    Path folder;

    private ConversationCourse course(Script script, double begin, double end) throws Exception {
        Path file = Files.write(folder.resolve("x.pcap"), script.bytes());
        long[] first = {Long.MAX_VALUE};
        try (CaptureFile capture = CaptureFile.open(file)) {
            capture.read(frame -> first[0] = Math.min(first[0], frame.timeNanos()));
            ConversationCourse course = new ConversationCourse(first[0], first[0] + Math.round((end - begin) * 1e9));
            capture.read(
                    frame -> course.add(frame, frame.packet(), frame.packet().sourcePort() == 40000));
            return course;
        }
    }

    private static long most(ConversationCourse course, java.util.function.IntToLongFunction value) {
        return IntStream.range(0, course.bins()).mapToLong(value).max().orElse(0);
    }

    private static LongStream all(ConversationCourse course, java.util.function.IntToLongFunction value) {
        return IntStream.range(0, course.bins()).mapToLong(value);
    }

    @Test
    void aSegmentWaitsForItsAcknowledgement() throws Exception {
        ConversationCourse course = course(
                new Script()
                        .at(0)
                        .tcp(CLIENT, SERVER, Script.PUSH_ACK, 1, 1, 100)
                        .at(0.010)
                        .tcp(CLIENT, SERVER, Script.PUSH_ACK, 101, 1, 200)
                        .at(0.050)
                        .tcp(SERVER, CLIENT, Script.ACK, 1, 301, 0)
                        .at(0.200)
                        .tcp(SERVER, CLIENT, Script.PUSH_ACK, 1, 301, 50)
                        .at(0.230)
                        .tcp(CLIENT, SERVER, Script.ACK, 301, 51, 0),
                0,
                0.230);
        assertThat(most(course, course.forward()::roundTrip)).isEqualTo(40 * MILLISECOND);
        assertThat(most(course, course.backward()::roundTrip)).isEqualTo(30 * MILLISECOND);
        assertThat(most(course, course.forward()::outstanding)).isEqualTo(300);
        assertThat(most(course, course.backward()::outstanding)).isEqualTo(50);
        assertThat(all(course, course.forward()::payload).sum()).isEqualTo(300);
    }

    @Test
    void aRepeatedSegmentTellsNoRoundTrip() throws Exception {
        ConversationCourse course = course(
                new Script()
                        .at(0)
                        .tcp(CLIENT, SERVER, Script.PUSH_ACK, 1, 1, 100)
                        .at(0.3)
                        .tcp(CLIENT, SERVER, Script.PUSH_ACK, 1, 1, 100)
                        .at(0.35)
                        .tcp(SERVER, CLIENT, Script.ACK, 1, 101, 0),
                0,
                0.35);
        assertThat(most(course, course.forward()::roundTrip)).isZero();
        assertThat(course.forward().outstanding(0)).isEqualTo(100);
    }

    @Test
    void numbersMayWrapAround() throws Exception {
        ConversationCourse course = course(
                new Script()
                        .at(0)
                        .tcp(CLIENT, SERVER, Script.PUSH_ACK, 0xFFFF_FFF0L, 1, 100)
                        .at(0.02)
                        .tcp(SERVER, CLIENT, Script.ACK, 1, 84, 0),
                0,
                0.02);
        assertThat(most(course, course.forward()::roundTrip)).isEqualTo(20 * MILLISECOND);
        assertThat(course.forward().outstanding(0)).isEqualTo(100);
    }

    @Test
    void anAcknowledgementOfWhatIsNotThereTellsNothing() throws Exception {
        ConversationCourse course = course(
                new Script()
                        .at(0)
                        .tcp(CLIENT, SERVER, Script.PUSH_ACK, 1, 1, 100)
                        .at(0.02)
                        .tcp(SERVER, CLIENT, Script.ACK, 1, 5000, 0),
                0,
                0.02);
        assertThat(most(course, course.forward()::roundTrip)).isZero();
    }
}
