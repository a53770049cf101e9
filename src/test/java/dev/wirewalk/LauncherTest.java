package dev.wirewalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that people start, in a project of its own, with a Java and a Maven that only note how they were called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
class LauncherTest {
    @TempDir
    Path folder;

    private Path project;
    private Path builds;

    record Outcome(int code, String out, String err) {}

    @BeforeEach
    void aProjectInAPathWithSpaces() throws IOException {
        project = folder.resolve("a b/wirewalk");
        builds = folder.resolve("builds");
        Files.createDirectories(project.resolve("src/main/java"));
        Files.copy(Path.of("wirewalk"), project.resolve("wirewalk"));
        makeRunnable(project.resolve("wirewalk"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.writeString(project.resolve("src/main/java/A.java"), "class A {}");
        program("bin/mvn", """
                [ -z "$BUILD_FAILS" ] || { echo '[ERROR] A.java:1 is wrong'; exit 1; }
                sleep 1
                mkdir -p target && echo jar >target/wirewalk.jar && echo "$JAVA_HOME" >>'%s'
                """.formatted(builds));
        java("jdk 25", "25.0.1");
        java("jdk-17", "17.0.15");
    }

    @Test
    void everyWordReachesTheProgramAsItWas() throws Exception {
        Outcome outcome = launch(List.of("command", "host 10.0.0.1 and (port 80)", "", "*", "$HOME"), "jdk 25");

        assertThat(outcome.out()).isEqualTo("<command><host 10.0.0.1 and (port 80)><><*><$HOME>\n");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void theProgramsExitCodeIsKept() throws Exception {
        assertThat(launch(List.of("exit-with", "3"), "jdk 25").code()).isEqualTo(3);
    }

    @Test
    void anOldJavaHomeGivesWayToTheJavaOnPath() throws Exception {
        Files.createSymbolicLink(folder.resolve("bin/java"), folder.resolve("jdk 25/bin/java"));

        assertThat(launch(List.of("tools"), "jdk-17").code()).isZero();
        assertThat(builds).hasContent(folder.resolve("jdk 25").toRealPath() + "\n");
    }

    @Test
    void buildsOnlyWhenASourceIsNewerOrGone() throws Exception {
        launch(List.of("tools"), "jdk 25");
        launch(List.of("tools"), "jdk 25");
        assertThat(buildCount()).isEqualTo(1);

        Path source = Files.writeString(project.resolve("src/main/java/B.java"), "class B {}");
        launch(List.of("tools"), "jdk 25");
        launch(List.of("tools"), "jdk 25");
        assertThat(buildCount()).isEqualTo(2);

        Files.delete(source);
        launch(List.of("tools"), "jdk 25");
        assertThat(buildCount()).isEqualTo(3);
    }

    @Test
    void twoAtOnceBuildOnceAndBothRun() throws Exception {
        Callable<Outcome> start = () -> launch(List.of("tools"), "jdk 25");
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var outcome : threads.invokeAll(List.of(start, start))) {
                assertThat(outcome.get().out()).isEqualTo("<tools>\n");
            }
        }
        assertThat(buildCount()).isEqualTo(1);
    }

    @Test
    void aLockOfADeadProcessDoesNotStopTheNext() throws Exception {
        Files.createDirectories(project.resolve("target/app"));
        Files.writeString(project.resolve("target/app/lock"), "999999999\n");

        assertThat(launch(List.of("tools"), "jdk 25").out()).isEqualTo("<tools>\n");
    }

    @Test
    void aFailedBuildSaysWhyAndTheNextTriesAgain() throws Exception {
        Outcome failed = launch(List.of("tools"), "jdk 25", "BUILD_FAILS", "yes");

        assertThat(failed.code()).isEqualTo(2);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err())
                .contains("[ERROR] A.java:1 is wrong")
                .contains("the build failed; its log is " + project.toRealPath().resolve("target/app/build.log"));
        assertThat(launch(List.of("tools"), "jdk 25").code()).isZero();
    }

    @Test
    void worksThroughASymbolicLinkFromAnotherFolder() throws Exception {
        Path link = Files.createSymbolicLink(
                Files.createDirectories(folder.resolve("links")).resolve("ww"), Path.of("../a b/wirewalk/wirewalk"));

        assertThat(run(link, List.of("tools"), "jdk 25").out()).isEqualTo("<tools>\n");
        assertThat(project.resolve("target/wirewalk.jar")).exists();
    }

    private Outcome launch(List<String> words, String javaHome, String... variable) throws Exception {
        return run(project.resolve("wirewalk"), words, javaHome, variable);
    }

    private Outcome run(Path script, List<String> words, String javaHome, String... variable) throws Exception {
        List<String> line = new ArrayList<>(List.of("sh", script.toString()));
        line.addAll(words);
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", folder.resolve(javaHome).toString());
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("BUILD_FAILS", "");
        for (int i = 0; i < variable.length; i += 2) {
            builder.environment().put(variable[i], variable[i + 1]);
        }
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Outcome(process.waitFor(), Files.readString(out), Files.readString(err));
    }

    /** A Java that unpacks a jar by making one, and otherwise prints the words after the main class. */
    private void java(String home, String version) throws IOException {
        program(home + "/bin/java", """
                while [ $# -gt 0 ]; do
                    case $1 in
                        --destination) mkdir -p "$2" && echo jar >"$2/wirewalk.jar"; exit 0 ;;
                        dev.wirewalk.Wirewalk) shift; break ;;
                    esac
                    shift
                done
                [ "$1" = exit-with ] && exit "$2"
                for word; do printf '<%s>' "$word"; done
                echo
                """);
        Files.writeString(folder.resolve(home + "/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(home + "/bin/javac", "exit 0\n");
    }

    private void program(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text);
        makeRunnable(file);
    }

    private static void makeRunnable(Path file) {
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private long buildCount() throws IOException {
        return Files.readAllLines(builds).size();
    }
}
