package dev.wirewalk;

import dev.wirewalk.server.WirewalkServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the web pages. The server and all of Spring are loaded by the call, not before. */
@Command(name = "serve", description = "Open the web pages on this machine.")
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "NUMBER",
            description = "The port to listen on (8080 when not given; 0 is any free one).")
    private @Nullable String port;

    @Option(names = "--data", paramLabel = "DIR", description = "Where uploads and investigations are kept.")
    private @Nullable String data;

    @Override
    public Integer call() {
        List<String> words = new ArrayList<>();
        if (port != null) {
            words.addAll(List.of("--port", port));
        }
        if (data != null) {
            words.addAll(List.of("--data", data));
        }
        WirewalkServer.main(words.toArray(String[]::new));
        return 0;
    }
}
