package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.Tshark;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Asks the tshark of this machine which frames display filters select. Starting tshark takes longer than any of this, so a
 * Lua script listens for hundreds of filters in one process.
 */
final class TsharkFilters {
    private static final int AT_ONCE = 500;

    private final Path folder;
    private final Path capture;

    TsharkFilters(Path folder, List<byte[]> frames) throws IOException {
        this.folder = folder;
        this.capture = folder.resolve("frames.pcap");
        try (OutputStream out = Files.newOutputStream(capture)) {
            ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
            header.putInt(0xA1B2C3D4)
                    .putShort((short) 2)
                    .putShort((short) 4)
                    .putLong(0)
                    .putInt(65535)
                    .putInt(1);
            out.write(header.array());
            for (int i = 0; i < frames.size(); i++) {
                int length = frames.get(i).length;
                ByteBuffer record = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
                out.write(
                        record.putInt(i).putInt(0).putInt(length).putInt(length).array());
                out.write(frames.get(i));
            }
        }
    }

    /** The frames that taps are told of: not quite all, as some damaged ones end the dissection. */
    BitSet told() throws IOException {
        return selected(List.of("frame")).getFirst();
    }

    /** For each filter the frames that it selects, from 0; the empty filter selects all. */
    List<BitSet> selected(List<String> filters) throws IOException {
        List<BitSet> selected = new ArrayList<>();
        for (int from = 0; from < filters.size(); from += AT_ONCE) {
            selected.addAll(batch(filters.subList(from, Math.min(filters.size(), from + AT_ONCE))));
        }
        return selected;
    }

    private List<BitSet> batch(List<String> filters) throws IOException {
        StringBuilder script = new StringBuilder("local filters = {\n");
        filters.forEach(filter -> script.append("  [==[").append(filter).append("]==],\n"));
        script.append("""
                }
                for index, filter in ipairs(filters) do
                  local listener = Listener.new("frame", filter ~= "" and filter or nil)
                  local numbers = {}
                  function listener.packet(info) numbers[#numbers + 1] = info.number end
                  function listener.draw() print("selected " .. index .. " " .. table.concat(numbers, " ")) end
                end
                """);
        Path file = Files.writeString(folder.resolve("filters.lua"), script, StandardCharsets.UTF_8);
        List<BitSet> selected = new ArrayList<>();
        filters.forEach(_ -> selected.add(new BitSet()));
        int answers = 0;
        for (String line : Tshark.lines(List.of("-n", "-q", "-r", capture.toString(), "-X", "lua_script:" + file))) {
            String[] words = line.split(" ");
            if (words[0].equals("selected")) {
                answers++;
                for (int i = 2; i < words.length; i++) {
                    selected.get(Integer.parseInt(words[1]) - 1).set(Integer.parseInt(words[i]) - 1);
                }
            }
        }
        assertThat(answers).as("filters that tshark took").isEqualTo(filters.size());
        return selected;
    }
}
