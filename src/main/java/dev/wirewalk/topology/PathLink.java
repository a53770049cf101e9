package dev.wirewalk.topology;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A path as part of an address: the text of the path file, compressed (RFC 1950) and in the alphabet of addresses (RFC 4648
 * section 5). Files are never part of it.
 */
public final class PathLink {
    /** A link that unpacks to more than this is no path; it protects the memory. */
    private static final int LONGEST_TEXT = 1 << 16;

    private static final java.nio.file.Path NOWHERE = java.nio.file.Path.of("");

    private PathLink() {}

    /** @param path its points' files are left out */
    public static String write(Path path) {
        Path bare = new Path(
                path.flow(),
                path.points().stream().map(Point::withoutFiles).toList(),
                path.returnOrder(),
                path.nat(),
                path.answers());
        return pack(PathFile.print(bare, NOWHERE));
    }

    /** @throws PathFileException when the link is damaged or holds no path */
    public static Path read(String link) {
        String text;
        try {
            text = unpack(link);
        } catch (IllegalArgumentException | DataFormatException damaged) {
            // Said by the reader of path files, so that there is one kind of message.
            return PathFile.parse("link", "", NOWHERE);
        }
        return PathFile.parse("link", text, NOWHERE);
    }

    private static String pack(String text) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] chunk = new byte[1024];
            while (!deflater.finished()) {
                packed.write(chunk, 0, deflater.deflate(chunk));
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
        } finally {
            deflater.end();
        }
    }

    private static String unpack(String link) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(Base64.getUrlDecoder().decode(link));
            byte[] text = new byte[LONGEST_TEXT];
            int length = inflater.inflate(text);
            if (!inflater.finished()) {
                throw new DataFormatException("cut off or too long");
            }
            return new String(text, 0, length, StandardCharsets.UTF_8);
        } finally {
            inflater.end();
        }
    }
}
