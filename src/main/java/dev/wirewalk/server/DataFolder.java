package dev.wirewalk.server;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder that uploads and investigations are kept in. Captures hold other people's traffic: only the owner reads it. */
@Component
public class DataFolder {
    private final Path path;

    DataFolder(@Value("${wirewalk.data:}") String chosen) {
        path = chosen.isBlank() ? usual() : Path.of(chosen);
        try {
            // An existing folder keeps its owner's choice of permissions; a new one is closed to others.
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path, ownerOnly());
            }
        } catch (IOException failure) {
            throw new StartRefused("cannot create the data folder " + path + ": " + failure.getMessage(), failure);
        }
        if (!Files.isWritable(path)) {
            throw new StartRefused("cannot write to the data folder " + path);
        }
    }

    /** An existing folder that can be written to. */
    public Path path() {
        return path;
    }

    /** The place that the XDG Base Directory Specification gives to a program's data. */
    private static Path usual() {
        String shared = System.getenv("XDG_DATA_HOME");
        Path base = shared == null || !Path.of(shared).isAbsolute()
                ? Path.of(System.getProperty("user.home", "."), ".local", "share")
                : Path.of(shared);
        return base.resolve("wirewalk");
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
