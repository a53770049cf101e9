package dev.wirewalk.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is taken and how long it stays.
 *
 * @param maximumFile largest single upload
 * @param maximumSession largest sum of all uploads of one browser session
 * @param keepFree space that uploads leave free on the disk
 * @param keepUnused after this time without any use, uploads are removed even when the browser session still lives
 */
@ConfigurationProperties("wirewalk.store")
public record StoreSettings(
        @DefaultValue("4GB") DataSize maximumFile,
        @DefaultValue("8GB") DataSize maximumSession,
        @DefaultValue("1GB") DataSize keepFree,
        @DefaultValue("24h") Duration keepUnused) {

    /** What a person should know before choosing a file: the limits, and what becomes of the file. */
    public String promise() {
        return "Up to " + ByteCount.of(maximumFile.toBytes()) + " a file and "
                + ByteCount.of(maximumSession.toBytes())
                + " in all. Files stay on this server, only this browser session can use them, and they are deleted when it ends.";
    }
}
