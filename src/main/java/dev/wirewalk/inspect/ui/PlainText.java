package dev.wirewalk.inspect.ui;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes of the network as text: UTF-8 where it is, and a dot for all that is no character or would move others about. */
final class PlainText {
    private PlainText() {}

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        decoded(bytes).codePoints().forEach(point -> {
            if (point == '\n' || point == '\t' || isShown(point)) {
                text.appendCodePoint(point);
            } else if (point != '\r') {
                text.append('.');
            }
        });
        return text.toString();
    }

    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> point != 0xFFFD;
        };
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException replaced) {
            throw new IllegalStateException("a decoder that replaces found something to complain of", replaced);
        }
    }
}
