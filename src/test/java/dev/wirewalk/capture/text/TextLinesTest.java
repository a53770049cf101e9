package dev.wirewalk.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextLinesTest {
    private static List<String> lines(byte[] file) {
        TextLines lines = new TextLines(MemorySegment.ofArray(file));
        List<String> found = new ArrayList<>();
        while (lines.hasNext()) {
            TextLine line = lines.next();
            found.add(line.number() + "@" + line.offset() + " " + line.text());
        }
        return found;
    }

    private static List<String> lines(String text) {
        return lines(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void linesKeepTheirNumbersAndOffsets() {
        assertThat(lines("one\n\r\nthree\rstill three\r\r\nfour"))
                .containsExactly("1@0 one", "2@4 ", "3@6 three", "3@6 still three", "4@26 four");
    }

    @Test
    void whatTerminalsPutInIsTakenOut() {
        assertThat(lines("\u001B]0;title\u0007FG \u001B[31m#\u001B[0m dXX\b\biag\u0000"))
                .containsExactly("1@0 FG # diag");
        assertThat(lines("<--- More --->\r              \rPhase: 2")).containsExactly("1@0 Phase: 2");
        assertThat(lines("10.0.0.1-&gt;10.0.0.2 \u201Cmsg\u201D \u2013"))
                .containsExactly("1@0 10.0.0.1->10.0.0.2 \"msg\" -");
    }

    @Test
    void otherEncodings() {
        assertThat(lines("\uFEFFid=1\nid=2".getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly("1@2 id=1", "2@12 id=2");
        assertThat(lines("\uFEFFid=1".getBytes(StandardCharsets.UTF_16BE))).containsExactly("1@2 id=1");
        assertThat(lines("\uFEFFid=1")).containsExactly("1@3 id=1");
        assertThat(lines("gr\u00FCn".getBytes(Charset.forName("windows-1252")))).containsExactly("1@0 gr\u00FCn");
    }

    @Test
    void aFileWithoutLineEndsIsCut() {
        List<String> found = lines("x".repeat(TextLines.LONGEST + 5));
        assertThat(found).hasSize(2);
        assertThat(found.get(1)).isEqualTo("2@" + TextLines.LONGEST + " xxxxx");
    }
}
