package dev.wirewalk.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.SharedFolder;
import dev.wirewalk.flow.Conversations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every field of every frame of every capture at hand, against tshark; and which TCP conversation each frame is of. */
class TsharkJudgeTest {
    /** Values that tshark repeats for a quoted packet or an inner header; ours are of the outer one. */
    private static final List<String> LISTS = List.of("tcp.options.sack_le", "tcp.options.sack_re");

    @TempDir
    Path folder;

    @Test
    void theSmallCaptures() {
        Tshark.assumeInstalled();
        judge(captures("pcaps"), TsharkJudgeTest::differences);
    }

    /** The first capture of some cases by itself, for its connections: those of several points must not meet. */
    @Test
    void connectionsOfTheLabelledCases() {
        Tshark.assumeInstalled();
        List<Path> folders = SharedFolder.folders("cases");
        List<Path> firsts = IntStream.range(0, folders.size())
                .filter(i -> i % 4 == 0)
                .mapToObj(folders::get)
                .map(folder -> captures("cases").stream()
                        .filter(file -> file.startsWith(folder))
                        .findFirst()
                        .orElseThrow())
                .toList();
        judge(firsts, TsharkJudgeTest::differences);
    }

    /** All captures of all cases, chained by mergecap so that tshark starts only once. */
    @Test
    void fieldsOfTheLabelledCases() {
        Tshark.assumeInstalled();
        List<Path> files = captures("cases");
        Iterator<FieldRow> rows = Tshark.fields(Tshark.chain(files, folder.resolve("all.pcapng")), FrameFields.NAMES)
                .iterator();
        List<String> found = new ArrayList<>();
        long frames = 0;
        for (Path file : files) {
            for (FieldRow mine : read(file, new Conversations())) {
                FieldRow row = rows.next();
                mine.put("frame.number", Long.toString(++frames));
                compare(file, row, mine, found);
            }
        }
        assertThat(rows.hasNext()).as("frames that only tshark sees").isFalse();
        assertThat(frames).isGreaterThan(files.size());
        report(found);
    }

    private static List<Path> captures(String folder) {
        return SharedFolder.files(folder, "").stream()
                .filter(file -> file.toString().matches(".*\\.(pcap|pcapng|cap|snoop)"))
                .toList();
    }

    private static void judge(List<Path> files, Function<Path, List<String>> differences) {
        assertThat(files).isNotEmpty();
        report(files.parallelStream()
                .flatMap(file -> differences.apply(file).stream())
                .toList());
    }

    private static void report(List<String> differences) {
        assertThat(differences.stream().limit(40).collect(Collectors.joining("\n")))
                .as("%d differences between our reading and tshark's", differences.size())
                .isEmpty();
    }

    private static List<FieldRow> read(Path file, Conversations conversations) {
        List<FieldRow> rows = new ArrayList<>();
        try (CaptureFile capture = CaptureFile.open(file)) {
            capture.read(frame -> {
                FieldRow fields = FrameFields.of(frame);
                int index = conversations.add(frame);
                fields.put("conversation", frame.packet().tcp().present() ? Integer.toString(index) : "");
                rows.add(fields);
            });
            return rows;
        } catch (UnreadableCapture e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> differences(Path file) {
        Map<String, FieldRow> ours = new HashMap<>();
        read(file, new Conversations()).forEach(row -> ours.put(row.get("frame.number"), row));
        List<String> found = new ArrayList<>();
        Map<String, String> streams = new HashMap<>();
        List<FieldRow> rows = Tshark.fields(file, FrameFields.NAMES);
        for (FieldRow row : rows) {
            FieldRow mine = ours.remove(row.get("frame.number"));
            if (mine != null) {
                compare(file, row, mine, found);
                compareStream(file, row, mine, streams, found);
            } else if (!row.get("frame.protocols").equals("data")) {
                found.add(file.getFileName() + " lacks frame " + row.get("frame.number"));
            }
        }
        ours.keySet()
                .forEach(number -> found.add(file.getFileName() + " has a frame " + number + " that tshark has not"));
        return found;
    }

    private static void compare(Path file, FieldRow row, FieldRow mine, List<String> found) {
        boolean quotesTcp =
                !row.get("icmp.type").isEmpty() || !row.get("icmpv6.type").isEmpty();
        String vlans = Stream.of(row.get("ieee8021ad.id"), row.get("vlan.id"))
                .filter(ids -> !ids.isEmpty())
                .collect(Collectors.joining(","));
        differ(file, row, "vlans", vlans, mine.get("vlans"), found);
        for (String name : FrameFields.NAMES) {
            boolean skipped = name.equals("frame.protocols")
                    || name.equals("tcp.stream")
                    || name.equals("frame.interface_id")
                    || name.endsWith(".id") && !name.equals("ip.id")
                    || (quotesTcp && !mine.knows(name));
            if (!skipped) {
                String value = LISTS.contains(name) ? row.get(name) : row.first(name);
                differ(file, row, name, value, mine.get(name), found);
            }
        }
    }

    private static void differ(Path file, FieldRow row, String name, String theirs, String ours, List<String> found) {
        if (!theirs.equals(ours)) {
            found.add(file + " frame " + row.get("frame.number") + " " + name + ": tshark " + theirs + ", ours " + ours
                    + " (" + row.get("frame.protocols") + ")");
        }
    }

    /** The numbers may differ, the partition may not. */
    private static void compareStream(
            Path file, FieldRow row, FieldRow mine, Map<String, String> streams, List<String> found) {
        String index = mine.get("conversation");
        if (index.isEmpty()) {
            return;
        }
        String stream = row.get("tcp.stream");
        String known = streams.putIfAbsent("ours " + index, stream);
        String reverse = streams.putIfAbsent("theirs " + stream, index);
        if ((known != null && !known.equals(stream)) || (reverse != null && !reverse.equals(index))) {
            differ(file, row, "tcp.stream", stream, "conversation " + index, found);
        }
    }
}
