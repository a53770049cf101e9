package dev.wirewalk.capture.text.linux;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.text.TextFormat;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;

/** {@code nft monitor trace}: {@code trace id HEX family table chain packet:|rule|policy|verdict …}, and rule sets shown beside it. */
public final class NftTraceFormat implements TextFormat {
    private static final CaptureFormat FORMAT = CaptureFormat.ofText("nft-trace-text");

    @Override
    public CaptureFormat format() {
        return FORMAT;
    }

    @Override
    public String lineName() {
        return "a line of nft monitor trace";
    }

    @Override
    public int recognise(String line) {
        if (NftLine.of(line).isPresent()) {
            return SURE + 5;
        }
        return isTable(line) ? LIKELY + 10 : 0;
    }

    /** The first line of a rule set: {@code table FAMILY NAME} and a brace. */
    static boolean isTable(String line) {
        if (!line.startsWith("table ") || !line.endsWith("{")) {
            return false;
        }
        return switch (line.split(" ", 3)[1]) {
            case "ip", "ip6", "inet", "bridge", "arp", "netdev" -> true;
            default -> false;
        };
    }

    @Override
    public boolean partial(String command) {
        return command.contains("nft monitor trace");
    }

    @Override
    public TextParser parser(TextOutput output) {
        return new NftTraceParser(output);
    }
}
