package dev.wirewalk;

import dev.wirewalk.cli.CommandLineProgram;
import java.util.List;

/** The entrance for all subcommands. */
public final class Wirewalk {
    private Wirewalk() {}

    public static void main(String[] words) {
        int code = new CommandLineProgram(System.out, System.err, List.of(new ServeCommand())).run(words);
        // On success the JVM ends by itself, or lives on in the server's threads.
        if (code != 0) {
            System.exit(code);
        }
    }
}
